package dev.plumbline.exchange;

import static dev.plumbline.core.Severity.ERROR;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A dossier on disk to export from and import into. */
record ExampleDossier(Path directory) {
  private static final String PRODUCT =
      """
      edition: EDITION
      product:
        manufacturer: Example Ltd
        name: Camera
        model: C1
        softwareVersion: "1"
      test:
        unit: unit 1
        state: initialized
        targets:
          - address: 127.77.1.1
            ports: [80]
        loginBudget: {wrongAttempts: 0, bruteForceAttempts: 0}
      """;

  /** One of the worked dossiers. */
  static ExampleDossier named(String name) {
    return new ExampleDossier(Path.of("../../examples/" + name));
  }

  /** One with nothing in ICS and IXIT. */
  static ExampleDossier blank(Path directory, EditionId edition) {
    return new ExampleDossier(directory)
        .with("product.yaml", PRODUCT.replace("EDITION", edition.version()))
        .with("ics.yaml", "edition: " + edition + "\nconditions:\nfeatures:\nanswers:\n");
  }

  ExampleDossier with(String file, String text) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DossierFolder folder() {
    return DossierFolder.at(directory, Map.of());
  }

  Dossier open() {
    return folder().open(new Problems()).orElseThrow();
  }

  Catalogue catalogue() {
    return CatalogueLoader.load(EditionId.of(open().product().edition()).orElseThrow());
  }

  /** Writes an export beside it. */
  Path exported(ExchangeFormat format, Path to) {
    Problems problems = new Problems();
    try {
      Path file = to.resolve("export." + format.name().toLowerCase(java.util.Locale.ROOT));
      Files.write(file, Export.file(open(), catalogue(), format, problems));
      if (!problems.sorted().isEmpty()) {
        throw new AssertionError(problems.sorted().toString());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings a file in; gives what was told, cell by cell. */
  List<Problem> takes(Path file) {
    Problems problems = new Problems();
    Optional<Delivery> delivery =
        Delivery.read(file, EditionId.of(open().product().edition()), problems);
    List<Problem> all =
        new ArrayList<>(
            problems.sorted().stream().filter(p -> !OF_TABLES.contains(p.id())).toList());
    delivery.ifPresent(
        d -> d.told().forEach(t -> all.add(new Problem(id(t), ERROR, t.place(), t.why(), ""))));
    if (delivery.isPresent()) {
      Problems update = new Problems();
      try {
        DossierUpdate.of(delivery.get(), folder(), update).write(folder());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      all.addAll(update.sorted());
    }
    return all.stream().sorted().toList();
  }

  private static final Set<String> OF_TABLES =
      Set.of("PLB-9520", "PLB-9521", "PLB-9530", "PLB-9531", "PLB-9534", "PLB-9537");

  private static String id(Told told) {
    return switch (told.kind()) {
      case LEFT -> "PLB-9520";
      case LOST -> "PLB-9521";
      case DOUBT -> "PLB-9530";
      case STANDARD -> "PLB-9531";
      case KEPT -> "PLB-9534";
      case BESIDE -> "PLB-9537";
    };
  }

  /** All that ICS and IXIT say, for comparison. */
  Map<String, Object> said() {
    Map<String, Object> said = new TreeMap<>();
    Dossier dossier = open();
    dossier.ics().conditions().forEach((k, s) -> said.put("c " + k, s.holds() + " " + s.because()));
    dossier.ics().features().forEach((k, s) -> said.put("f " + k, s.holds() + " " + s.because()));
    dossier
        .ics()
        .answers()
        .forEach((k, a) -> said.put("a " + k, a.support() + " " + a.detail() + a.evidence()));
    dossier
        .ixit()
        .tables()
        .values()
        .forEach(
            t ->
                t.forEach(
                    e -> {
                      e.cells()
                          .forEach((k, c) -> said.put(e.subject() + " " + k, c.node().plain()));
                      e.remarks().forEach((k, r) -> said.put(e.subject() + " remark " + k, r));
                    }));
    dossier
        .ixit()
        .remarks()
        .forEach(
            (table, all) ->
                all.forEach(r -> said.merge(table + " remarks", r.text(), (a, b) -> a + "\n" + b)));
    return said;
  }
}
