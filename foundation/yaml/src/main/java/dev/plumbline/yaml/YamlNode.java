package dev.plumbline.yaml;

import dev.plumbline.core.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A value of a YAML file, with its place. Immutable. */
public sealed interface YamlNode {
  Place place();

  Span span();

  /**
   * A single value. YAML's guesses about types are left to the reader of the node.
   *
   * @param text the value as text, escapes resolved
   * @param quoted whether it was written in quotes or as a block, so that it is text for sure
   */
  record Scalar(String text, boolean quoted, Place place, Span span) implements YamlNode {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    /** Whether the value is YAML's null: nothing, {@code ~} or {@code null}. */
    public boolean isEmpty() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    /** Yes-or-no, in the words that people write; empty when it is neither. */
    public Optional<Boolean> asBoolean() {
      return switch (text.trim().toLowerCase(java.util.Locale.ROOT)) {
        case "true", "yes" -> Optional.of(true);
        case "false", "no" -> Optional.of(false);
        default -> Optional.empty();
      };
    }

    /** A whole number; empty when it is none. */
    public Optional<Long> asLong() {
      return WHOLE.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
  }

  /** A list. */
  record Listing(List<YamlNode> items, Place place, Span span) implements YamlNode {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /** A mapping, in the order of the file. */
  record Mapping(Map<String, Field> fields, Place place, Span span) implements YamlNode {
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Optional<YamlNode> get(String key) {
      return Optional.ofNullable(fields.get(key)).map(Field::value);
    }

    /** The text of a scalar field; empty when the field is absent, empty or no scalar. */
    public Optional<String> text(String key) {
      return get(key)
          .filter(Scalar.class::isInstance)
          .map(Scalar.class::cast)
          .filter(s -> !s.isEmpty())
          .map(Scalar::text);
    }

    /** The texts of a list of scalars; a single scalar counts as a list of one. */
    public List<String> texts(String key) {
      return get(key).map(YamlNode::scalars).orElse(List.of());
    }

    /** The mappings of a list of mappings; anything else in the list is left out. */
    public List<Mapping> mappings(String key) {
      return get(key)
          .filter(Listing.class::isInstance)
          .map(n -> ((Listing) n).items())
          .orElse(List.of())
          .stream()
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .toList();
    }

    public Optional<Mapping> mapping(String key) {
      return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }
  }

  /**
   * A key of a mapping with its value.
   *
   * @param keyPlace where the key stands
   * @param keySpan what the key covers
   */
  record Field(Place keyPlace, Span keySpan, YamlNode value) {}

  /** The scalars in this node: itself, or the items of a list; empty values left out. */
  default List<String> scalars() {
    return switch (this) {
      case Scalar s -> s.isEmpty() ? List.of() : List.of(s.text());
      case Listing l -> {
        List<String> all = new ArrayList<>();
        l.items().forEach(i -> all.addAll(i.scalars()));
        yield Collections.unmodifiableList(all);
      }
      case Mapping m -> List.of();
    };
  }

  /** The node as plain maps, lists, booleans, longs and strings, for rules. */
  default Object plain() {
    return switch (this) {
      case Scalar s -> plainScalar(s);
      case Listing l -> {
        List<Object> items = new ArrayList<>();
        l.items().forEach(i -> items.add(i.plain()));
        yield Collections.unmodifiableList(items);
      }
      case Mapping m -> {
        Map<String, Object> map = new LinkedHashMap<>();
        m.fields().forEach((key, field) -> map.put(key, field.value().plain()));
        yield Collections.unmodifiableMap(map);
      }
    };
  }

  private static Object plainScalar(Scalar scalar) {
    if (scalar.quoted()) {
      return scalar.text();
    }
    Optional<Boolean> bool = scalar.asBoolean();
    if (bool.isPresent()) {
      return bool.get();
    }
    Optional<Long> number = scalar.asLong();
    return number.isPresent() ? number.get() : scalar.isEmpty() ? "" : scalar.text();
  }
}
