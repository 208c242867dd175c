package dev.plumbline.importers.shared.reading;

import dev.plumbline.core.BoundedPattern;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Values of JSON records, whatever type a tool gave them; nothing of a file makes these fail. */
public final class Fields {
  private static final BoundedPattern EPOCH = BoundedPattern.compile("\\d{1,12}(?:\\.\\d{0,30})?");

  private Fields() {}

  /** The value behind these names; a missing node where there is none. */
  public static JsonNode at(JsonNode node, String... path) {
    JsonNode inner = node;
    for (String name : path) {
      inner = inner.path(name);
    }
    return inner;
  }

  /** A text, number or flag as text; empty for anything else. */
  public static String text(JsonNode node, String... path) {
    JsonNode inner = at(node, path);
    if (inner.isString()) {
      return inner.stringValue();
    }
    return inner.isNumber() || inner.isBoolean() ? inner.asString() : "";
  }

  /** The first of these members that has a text; empty when none has. */
  public static String first(JsonNode node, String... names) {
    for (String name : names) {
      String text = text(node, name);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** The texts of an array, or the one text; empty for anything else. */
  public static List<String> texts(JsonNode node, String... path) {
    JsonNode inner = at(node, path);
    if (!inner.isArray()) {
      String one = text(inner);
      return one.isEmpty() ? List.of() : List.of(one);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : inner) {
      String one = text(element);
      if (!one.isEmpty()) {
        texts.add(one);
      }
    }
    return List.copyOf(texts);
  }

  /** A whole number, also when it stands as text. */
  public static OptionalLong number(JsonNode node, String... path) {
    OptionalDouble number = decimal(node, path);
    return number.isPresent() ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
  }

  /** A number, also when it stands as text. */
  public static OptionalDouble decimal(JsonNode node, String... path) {
    JsonNode inner = at(node, path);
    if (inner.isNumber()) {
      return OptionalDouble.of(inner.doubleValue());
    }
    try {
      return inner.isString()
          ? OptionalDouble.of(Double.parseDouble(inner.stringValue()))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** A whole number that is the whole of a text. */
  public static OptionalLong whole(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  public static boolean flag(JsonNode node, String... path) {
    JsonNode inner = at(node, path);
    return inner.isBoolean() ? inner.booleanValue() : "true".equals(text(inner));
  }

  /** A moment in ISO 8601 with an offset; empty for anything else. */
  public static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A moment in seconds since 1970, as digits with or without a fraction; else empty. */
  public static Optional<Instant> epoch(String seconds) {
    String text = seconds.strip();
    if (!EPOCH.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue()));
  }
}
