package dev.plumbline.dossier.file;

import dev.plumbline.core.NearestName;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Typed reading of a mapping. An unknown key is {@code PLB-1020}, a value of the wrong form {@code
 * PLB-1021}.
 */
public final class Shape {
  private final Mapping node;
  private final Problems problems;

  private Shape(Mapping node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  /** A mapping with these keys and no other. */
  public static Shape of(Mapping node, Problems problems, List<String> known) {
    node.fields()
        .forEach(
            (key, field) -> {
              if (!known.contains(key)) {
                problems.error(
                    "PLB-1020",
                    field.keyPlace(),
                    "'" + shown(key) + "' is no key that is known here.",
                    (problems.isFull(field.keyPlace())
                            ? Optional.<String>empty()
                            : NearestName.among(known, key))
                        .map(n -> "Did you mean '" + n + "'?")
                        .orElse("Known are: " + String.join(", ", known) + "."));
              }
            });
    return new Shape(node, problems);
  }

  /** The root of a file as mapping. */
  public static Optional<Mapping> root(YamlNode node, Problems problems) {
    if (node instanceof Mapping m) {
      return Optional.of(m);
    }
    wrong(node, "a mapping (key: value)", problems);
    return Optional.empty();
  }

  /** The value of a key, of whatever form; empty when it is absent. */
  public Optional<YamlNode> node(String key) {
    return value(key);
  }

  public Place place(String key) {
    return node.get(key).map(YamlNode::place).orElse(node.place());
  }

  public Place place() {
    return node.place();
  }

  public boolean has(String key) {
    return value(key).isPresent();
  }

  /** A single value as text, blanks at its ends cut; empty when it is absent. */
  public Optional<String> text(String key) {
    return scalar(key).map(s -> s.text().strip()).filter(t -> !t.isEmpty());
  }

  public Optional<Scalar> scalar(String key) {
    Optional<YamlNode> value = value(key);
    if (value.isPresent() && !(value.get() instanceof Scalar)) {
      wrong(value.get(), "a single value", problems);
    }
    return value.filter(Scalar.class::isInstance).map(Scalar.class::cast);
  }

  /** Yes or no; empty when absent or neither, which is told. */
  public Optional<Boolean> flag(String key) {
    Optional<Scalar> scalar = scalar(key);
    Optional<Boolean> flag = scalar.flatMap(Scalar::asBoolean);
    if (scalar.isPresent() && flag.isEmpty()) {
      wrong(scalar.get(), "true or false", problems);
    }
    return flag;
  }

  public Optional<Shape> child(String key, List<String> known) {
    return mapping(key).map(m -> of(m, problems, known));
  }

  public Optional<Mapping> mapping(String key) {
    Optional<YamlNode> value = value(key);
    if (value.isPresent() && !(value.get() instanceof Mapping)) {
      wrong(value.get(), "a mapping (key: value)", problems);
    }
    return value.filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  /** The mappings of a list. */
  public List<Mapping> mappings(String key) {
    List<Mapping> found = new ArrayList<>();
    for (YamlNode item : items(key, "a list of mappings (- key: value)")) {
      if (item instanceof Mapping m) {
        found.add(m);
      } else {
        wrong(item, "a mapping (key: value)", problems);
      }
    }
    return found;
  }

  /** The values of a list of single values; a single value counts as a list of one. */
  public List<Scalar> scalars(String key) {
    if (value(key).orElse(null) instanceof Scalar only) {
      return List.of(only);
    }
    List<Scalar> found = new ArrayList<>();
    for (YamlNode item : items(key, "a list of values")) {
      if (item instanceof Scalar s && !s.isEmpty()) {
        found.add(s);
      } else {
        wrong(item, "a single value", problems);
      }
    }
    return found;
  }

  private List<YamlNode> items(String key, String expected) {
    Optional<YamlNode> value = value(key);
    if (value.isPresent() && !(value.get() instanceof Listing)) {
      wrong(value.get(), expected, problems);
    }
    return value
        .filter(Listing.class::isInstance)
        .map(l -> ((Listing) l).items())
        .orElse(List.of());
  }

  private Optional<YamlNode> value(String key) {
    return node.get(key).filter(v -> !(v instanceof Scalar s && s.isEmpty()));
  }

  public static void wrong(YamlNode node, String expected, Problems problems) {
    String found =
        switch (node) {
          case Scalar s -> s.isEmpty() ? "nothing" : "'" + shown(s.text()) + "'";
          case Listing l -> "a list";
          case Mapping m -> "a mapping";
        };
    problems.error(
        "PLB-1021",
        node.place(),
        "Here stands " + found + ", which has the wrong form.",
        "Write " + expected + ".");
  }

  /** A text as it may be quoted in a message: one short line without control characters. */
  public static String shown(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return clean.length() <= 60 ? clean : clean.substring(0, 57) + "...";
  }
}
