package dev.plumbline.dossier.folder;

import dev.plumbline.core.NearestName;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Field;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads ics.yaml. Which provisions, conditions and features exist is checked elsewhere. */
public final class IcsReader {
  static final String FILE = "ics.yaml";

  private static final List<String> KEYS = List.of("edition", "conditions", "features", "answers");
  private static final List<String> ANSWER = List.of("support", "detail", "evidence");

  private final Problems problems;

  IcsReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads.
   *
   * @param edition the edition of product.yaml; another one here is a problem
   */
  Ics read(Mapping root, String edition, EvidenceIndex evidence) {
    Shape file = Shape.of(root, problems, KEYS);
    Optional<String> own = file.text("edition");
    if (own.isPresent() && !edition.isEmpty() && !own.get().equals(edition)) {
      problems.error(
          "PLB-1042",
          file.place("edition"),
          "The statement is for edition "
              + Shape.shown(own.get())
              + ", product.yaml for "
              + Shape.shown(edition)
              + ".",
          "Write the same edition in both.");
    }
    return new Ics(
        statements(file, "conditions", "holds"),
        statements(file, "features", "present"),
        answers(file, evidence));
  }

  private Map<String, Statement> statements(Shape file, String key, String flag) {
    Map<String, Statement> found = new LinkedHashMap<>();
    for (Map.Entry<String, Field> e : fields(file, key).entrySet()) {
      if (!(e.getValue().value() instanceof Mapping m)) {
        if (!(e.getValue().value() instanceof Scalar s && s.isEmpty())) {
          Shape.wrong(e.getValue().value(), "'{" + flag + ": true, because: ...}'", problems);
        }
        continue;
      }
      Shape shape = Shape.of(m, problems, List.of(flag, "because"));
      Optional<Boolean> holds = shape.flag(flag);
      holds.ifPresent(
          h ->
              found.put(
                  e.getKey(),
                  new Statement(
                      e.getKey(), h, shape.text("because").orElse(""), e.getValue().keyPlace())));
    }
    return found;
  }

  private Map<ProvisionId, IcsAnswer> answers(Shape file, EvidenceIndex evidence) {
    Map<ProvisionId, IcsAnswer> found = new LinkedHashMap<>();
    for (Map.Entry<String, Field> e : fields(file, "answers").entrySet()) {
      Place place = e.getValue().keyPlace();
      if (!ProvisionId.isValid(e.getKey())) {
        problems.error(
            "PLB-1040",
            place,
            "'" + Shape.shown(e.getKey()) + "' has not the form of a provision number.",
            "Write it as the standard prints it, such as 5.1-1 or 5.1-2A.");
        continue;
      }
      if (!(e.getValue().value() instanceof Mapping m)) {
        if (!(e.getValue().value() instanceof Scalar s && s.isEmpty())) {
          Shape.wrong(e.getValue().value(), "'{support: Y, detail: ...}'", problems);
        }
        continue;
      }
      answer(new ProvisionId(e.getKey()), Shape.of(m, problems, ANSWER), place, evidence)
          .ifPresent(a -> found.put(a.provision(), a));
    }
    return found;
  }

  private Optional<IcsAnswer> answer(
      ProvisionId id, Shape shape, Place place, EvidenceIndex evidence) {
    String written = shape.text("support").orElse("");
    Optional<Support> support = Support.of(written);
    List<Scalar> named = shape.scalars("evidence");
    named.forEach(n -> checkEvidence(n, evidence));
    if (support.isEmpty()) {
      problems.error(
          "PLB-1041",
          shape.has("support") ? shape.place("support") : place,
          written.isEmpty()
              ? "The answer to " + id + " has no 'support'."
              : "'" + Shape.shown(written) + "' is no answer.",
          NearestName.among(List.of("Y", "N", "N/A"), written)
              .filter(n -> n.equalsIgnoreCase(written))
              .map(n -> "Write it as the pro forma does: " + n + ".")
              .orElse("Write 'support: Y', 'support: N' or 'support: N/A'."));
      return Optional.empty();
    }
    return Optional.of(
        new IcsAnswer(
            id,
            support.get(),
            shape.text("detail").orElse(""),
            named.stream().map(Scalar::text).toList(),
            place));
  }

  private void checkEvidence(Scalar named, EvidenceIndex evidence) {
    if (evidence.named(named.text()).isEmpty()) {
      problems.error(
          "PLB-1043",
          named.place(),
          "evidence.yaml has no '" + Shape.shown(named.text()) + "'.",
          "Name an entry by its path, or by its SHA-256 or the first 8 digits of it or more.");
    }
  }

  private static Map<String, Field> fields(Shape file, String key) {
    return file.mapping(key).map(Mapping::fields).orElse(Map.of());
  }
}
