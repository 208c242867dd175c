package dev.plumbline.acceptance;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A hand-made declaration with what has to come of it: an example with some cells changed.
 *
 * @param id unique over the corpus
 * @param why what makes the expectation right
 * @param base name of the example
 * @param expected by unit, item ({@code UNIT@ENTRY}) or provision
 */
record PaperDossier(
    String id, String why, String base, List<PaperChange> changes, Map<String, String> expected) {
  static final List<String> EXPECTATIONS = List.of("not PASS", "not FAIL", "PASS", "FAIL", "open");

  PaperDossier {
    changes = List.copyOf(changes);
    expected = Map.copyOf(expected);
  }

  /** The dossiers of all files of a directory, in the order of the files' names. */
  static List<PaperDossier> all(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(directory)) {
      files = list.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
    List<PaperDossier> all = new ArrayList<>();
    for (Path file : files) {
      Problems problems = new Problems();
      Optional<Mapping> root =
          YamlReader.read(Files.readString(file), file.getFileName().toString(), problems)
              .map(Mapping.class::cast);
      if (root.isEmpty()) {
        throw new IllegalArgumentException(
            file + ": " + problems.sorted().stream().map(Problem::toString).toList());
      }
      root.get().mappings("dossiers").stream().map(PaperDossier::of).forEach(all::add);
    }
    return List.copyOf(all);
  }

  Dossier of(Dossier example) {
    Dossier changed = example;
    for (PaperChange change : changes) {
      changed = change.of(changed);
    }
    return changed;
  }

  private static PaperDossier of(Mapping written) {
    Map<String, String> expected = new LinkedHashMap<>();
    written
        .mapping("expect")
        .ifPresent(
            m ->
                m.fields().forEach((k, f) -> expected.put(k, ((Scalar) f.value()).text().strip())));
    return new PaperDossier(
        written.text("id").orElseThrow(),
        written.text("why").orElse(""),
        written.text("base").orElseThrow(),
        written.mappings("change").stream().map(PaperChange::new).toList(),
        expected);
  }
}
