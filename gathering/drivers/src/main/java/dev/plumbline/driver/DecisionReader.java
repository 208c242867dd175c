package dev.plumbline.driver;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.probe.UserDecision;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code decisions}: what the set-up asks of its user, in the device's words. */
final class DecisionReader {
  private final Set<String> settings;
  private final Problems problems;

  /**
   * @param settings names that decisions may refer to
   */
  DecisionReader(Set<String> settings, Problems problems) {
    this.settings = Set.copyOf(settings);
    this.problems = problems;
  }

  List<UserDecision> read(Shape file) {
    List<UserDecision> decisions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    file.mapping("decisions")
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (row, field) -> {
                          Optional<UserDecision> read = decision(row, field.value());
                          read.ifPresent(decisions::add);
                          if (read.isPresent() && !names.add(read.get().name())) {
                            wrong(
                                field.value().place(),
                                "Two decisions have the same word on the device.",
                                "Give each row the device's own word for what it asks.");
                          }
                        }));
    return decisions;
  }

  private Optional<UserDecision> decision(String row, YamlNode node) {
    if (!(node instanceof Mapping m)) {
      Shape.wrong(node, "{name: WORD, options: {OPTION OF THE ROW: WORD}}", problems);
      return Optional.empty();
    }
    Shape shape = Shape.of(m, problems, List.of("name", "options", "setting"));
    Map<String, String> options = new LinkedHashMap<>();
    shape
        .mapping("options")
        .ifPresent(
            o ->
                o.fields()
                    .forEach(
                        (option, field) -> {
                          if (field.value() instanceof Scalar s && !s.isEmpty()) {
                            options.put(option, s.text());
                          } else {
                            Shape.wrong(field.value(), "the device's word", problems);
                          }
                        }));
    Optional<String> name = shape.text("name");
    Optional<String> setting = shape.text("setting");
    if (name.isEmpty()) {
      wrong(
          shape.place(),
          "The device's word for the decision is missing.",
          "Write 'name:' with what next-decision gives as 'decision'.");
    }
    if (Set.copyOf(options.values()).size() < options.size()) {
      wrong(
          shape.place("options"),
          "Two options have the same word on the device.",
          "Give each option its own word.");
    }
    if (setting.filter(s -> !settings.contains(s)).isPresent()) {
      wrong(
          shape.place("setting"),
          "There is no setting '" + Shape.shown(setting.get()) + "' in this file.",
          "Describe it under 'settings', or name one that is there.");
    }
    return name.map(n -> new UserDecision(row, n, options, setting));
  }

  private void wrong(Place place, String what, String remedy) {
    problems.error("PLB-2513", place, what, remedy);
  }
}
