package dev.plumbline.driver;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.driver.DriverMechanism.Kind;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code mechanisms}: what belongs to one row where a table has several. */
final class MechanismReader {
  private static final String SETTINGS = "settings";
  private static final String IMAGES = "images";

  private final Ixit ixit;
  private final Function<YamlNode, List<DriverStep>> steps;
  private final Problems problems;

  /**
   * @param steps reads a step or a list of them
   */
  MechanismReader(Ixit ixit, Function<YamlNode, List<DriverStep>> steps, Problems problems) {
    this.ixit = ixit;
    this.steps = steps;
    this.problems = problems;
  }

  /**
   * The mechanisms by their rows.
   *
   * @param settings names of settings that the file describes
   * @param images names of its images
   * @param actions what it describes for the device as a whole, with the places
   */
  Map<String, DriverMechanism> read(
      Shape file, Set<String> settings, Set<String> images, Map<DriverAction, Place> actions) {
    Map<String, DriverMechanism> read = new LinkedHashMap<>();
    file.mapping("mechanisms")
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (id, field) ->
                            mechanism(id, field, settings, images)
                                .ifPresent(one -> read.put(one.row(), one))));
    Place whole = actions.get(DriverAction.OFFER_UPDATE);
    if (whole != null && read.values().stream().anyMatch(m -> m.kind() == Kind.UPDATE)) {
      wrong(
          whole,
          "It is not said by which mechanism this offers updates.",
          "Move 'offer-update' into the row of 'mechanisms' that it goes by.");
    }
    return read;
  }

  private Optional<DriverMechanism> mechanism(
      String id, YamlNode.Field field, Set<String> settings, Set<String> images) {
    List<Kind> kinds = Kind.of(ixit, id);
    if (kinds.size() != 1) {
      wrong(
          field.keyPlace(),
          kinds.isEmpty()
              ? "'" + Shape.shown(id) + "' is no row of " + Kind.tables(ixit) + "."
              : "'" + Shape.shown(id) + "' is a row of two tables.",
          kinds.isEmpty()
              ? "There are " + Kind.rows(ixit) + "."
              : "Give one of the two rows another id.");
      return Optional.empty();
    }
    if (!(field.value() instanceof Mapping node)) {
      Shape.wrong(field.value(), "what belongs to this row, such as 'settings: {…}'", problems);
      return Optional.empty();
    }
    Kind kind = kinds.getFirst();
    List<String> keys = new ArrayList<>(List.of(SETTINGS, IMAGES));
    kind.own().forEach(a -> keys.add(a.word()));
    Shape shape = Shape.of(node, problems, keys);
    Map<DriverAction, List<DriverStep>> actions = new EnumMap<>(DriverAction.class);
    for (DriverAction action : kind.own()) {
      shape.node(action.word()).ifPresent(n -> own(action, n, actions));
    }
    return Optional.of(
        new DriverMechanism(
            kind,
            ixit.entries(kind.role()).stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow()
                .subject(),
            actions,
            references(shape, SETTINGS, settings),
            references(shape, IMAGES, images)));
  }

  private void own(
      DriverAction action, YamlNode node, Map<DriverAction, List<DriverStep>> actions) {
    if (node instanceof Listing l && l.items().isEmpty()) {
      wrong(
          node.place(),
          action.word() + " has no steps.",
          "Write the steps that go by this mechanism, or leave the action out.");
      return;
    }
    actions.put(action, steps.apply(node));
  }

  /** Names that probes use, and what stands for them here. */
  private Map<String, String> references(Shape shape, String key, Set<String> known) {
    Map<String, String> references = new LinkedHashMap<>();
    shape
        .mapping(key)
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (name, field) -> {
                          String other = field.value() instanceof Scalar s ? s.text() : "";
                          references.put(name, other);
                          if (!known.contains(other)) {
                            wrong(
                                field.value().place(),
                                "'"
                                    + Shape.shown(other)
                                    + "' is none of the "
                                    + key
                                    + " of this file.",
                                "Describe it under '" + key + "' on top; there are " + known + ".");
                          }
                        }));
    return references;
  }

  private void wrong(Place place, String what, String remedy) {
    problems.error("PLB-2514", place, what, remedy);
  }
}
