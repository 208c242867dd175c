package dev.plumbline.judging.rules;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A declaration that a rule accepts and one that it refuses, from {@code rules/*.yaml}.
 *
 * @param written the two as they stand there
 */
record RuleExample(EditionId edition, UnitId unit, Mapping written) {
  /** The key under which an example of an ICS stands, instead of a table. */
  private static final String ICS = "ics";

  static List<RuleExample> all(EditionId edition) {
    Mapping file =
        (Mapping) YamlReader.read(text(edition), "rules.yaml", new Problems()).orElseThrow();
    return file.mappings("examples").stream()
        .map(e -> new RuleExample(edition, new UnitId(e.text("unit").orElseThrow()), e))
        .toList();
  }

  Dossier accepted() {
    return declared("accepted");
  }

  Dossier refused() {
    return declared("refused");
  }

  /** What the refused one says that the accepted one does not. */
  String difference() {
    Map<String, String> accepted = Declared.cells(accepted());
    Map<String, String> refused = Declared.cells(refused());
    List<String> other =
        refused.entrySet().stream()
            .filter(e -> !e.getValue().equals(accepted.get(e.getKey())))
            .map(e -> e.getKey() + ": " + e.getValue())
            .toList();
    List<String> gone =
        accepted.keySet().stream()
            .filter(k -> !refused.containsKey(k))
            .map(k -> "no " + k)
            .toList();
    return String.join("; ", other.isEmpty() ? gone : other);
  }

  private Dossier declared(String which) {
    Mapping example = written.mapping(which).orElseThrow();
    return example.get(ICS).isPresent()
        ? Declared.answers(answers(example.mappings(ICS)))
        : Declared.tables(example);
  }

  /** Yes to everything, but for what is written. */
  private Map<ProvisionId, IcsAnswer> answers(List<Mapping> others) {
    Map<ProvisionId, IcsAnswer> answers = new LinkedHashMap<>();
    CatalogueLoader.load(edition)
        .provisions()
        .keySet()
        .forEach(p -> answers.put(p, Declared.answer(p, Support.YES, "")));
    for (Mapping other : others) {
      ProvisionId id = new ProvisionId(other.text("provision").orElseThrow());
      answers.put(id, Declared.answer(id, Support.NO, other.text("detail").orElse("")));
    }
    return answers;
  }

  private static String text(EditionId edition) {
    String path = "/rules/" + edition.testVersion() + ".yaml";
    try (InputStream in = Objects.requireNonNull(RuleExample.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
