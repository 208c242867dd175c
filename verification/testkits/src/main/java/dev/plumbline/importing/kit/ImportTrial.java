package dev.plumbline.importing.kit;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.ImportRun;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.Importers;
import dev.plumbline.importing.Surroundings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads files for a made-up product.
 *
 * @param addresses where the product may be tested
 * @param mac of the product; may be empty
 * @param tables rows of IXIT tables
 * @param surroundings what lies beside the file
 */
public record ImportTrial(
    List<String> addresses,
    String mac,
    Map<String, List<IxitEntry>> tables,
    Surroundings surroundings) {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

  public ImportTrial {
    addresses = List.copyOf(addresses);
    tables = Map.copyOf(tables);
  }

  /** A product at these addresses that declares nothing. */
  public static ImportTrial at(String... addresses) {
    return new ImportTrial(List.of(addresses), "", Map.of(), Surroundings.NONE);
  }

  public ImportTrial withMac(String address) {
    return new ImportTrial(addresses, address, tables, surroundings);
  }

  /** The same product with rows in one IXIT table, such as {@code 13-SoftComp}. */
  public ImportTrial declaring(String table, IxitEntry... rows) {
    Map<String, List<IxitEntry>> more = new LinkedHashMap<>(tables);
    more.put(table, List.of(rows));
    return new ImportTrial(addresses, mac, more, surroundings);
  }

  /** The same product, with this beside the file. */
  public ImportTrial beside(Surroundings other) {
    return new ImportTrial(addresses, mac, tables, other);
  }

  /** Reads with one importer, whatever the file looks like. */
  public ImportReport read(Importer importer, Path file) {
    return run(new Importers(List.of(importer)))
        .read(file, Optional.of(importer.spec().id()), digest(), "trial", MADE, (at, of) -> {});
  }

  /** Reads with whichever installed importer recognises the file. */
  public ImportReport read(Path file) {
    return run(Importers.installed())
        .read(file, Optional.empty(), digest(), "trial", MADE, (at, of) -> {});
  }

  private static Digest digest() {
    return Digest.of(new byte[] {1});
  }

  private ImportRun run(Importers importers) {
    return new ImportRun(importers, product(), new Ixit(tables), surroundings);
  }

  /** The product itself. */
  public Product product() {
    Place place = Place.of("product.yaml");
    return new Product(
        "3.1.3",
        "Example",
        "Camera",
        "C1",
        "1",
        "1.0.0",
        "unit-1",
        "initialized",
        "S1",
        mac,
        addresses.stream().map(a -> new Target(a, List.of(), place)).toList(),
        Optional.empty(),
        List.of(),
        new LoginBudget(0, 0),
        List.of(),
        List.of(),
        place);
  }
}
