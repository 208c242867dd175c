package dev.plumbline.fuzz;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problems;
import dev.plumbline.declaration.DeclarationCheck;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The YAML of a dossier: one file of a small sound one is replaced, all is read and checked. The
 * first byte says which file.
 */
public final class DossierTarget {
  /** Files that are replaced, by the first byte. */
  static final List<String> FILES =
      List.of("product.yaml", "ics.yaml", "ixit/1-AuthMech.yaml", "ixit/28-LogIntf.yaml");

  /** A check takes as long as reading a hundred; one of so many inputs is checked too. */
  private static final int CHECKED = 64;

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Catalogue CATALOGUE = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final String PRODUCT =
      """
      edition: "3.1.3"
      product: {manufacturer: M, name: N, model: C, hardwareVersion: "1", softwareVersion: "1", serial: S, mac: ""}
      test:
        unit: U
        state: initialized
        targets: [{address: 127.0.0.1, ports: ["1-1024"]}]
        authorisation: {by: A, date: "2026-11-02", statement: A simulated device.}
      """;

  private static final Path FOLDER = folder();

  private DossierTarget() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("dossier");
      Files.createDirectory(folder.resolve("ixit"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String name = FILES.get((input[0] & 0xFF) % FILES.size());
    byte[] content = Arrays.copyOfRange(input, 1, input.length);
    YamlText.of(new String(content, StandardCharsets.UTF_8), name, new Problems());
    Path file = FOLDER.resolve(name);
    try {
      Files.writeString(FOLDER.resolve("product.yaml"), PRODUCT);
      Files.write(file, content);
      Problems problems = new Problems();
      Optional<Dossier> dossier = DossierFolder.at(FOLDER, Map.of()).open(problems);
      if (dossier.isPresent() && Arrays.hashCode(content) % CHECKED == 0) {
        DeclarationCheck.check(CATALOGUE, dossier.get(), TODAY).forEach(problems::add);
      } else if (dossier.isEmpty() && problems.sorted().isEmpty()) {
        throw new AssertionError("no dossier, and nobody says why");
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
