package dev.plumbline.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings what was seen into the form that observations have: texts, whole numbers, fractions,
 * flags, lists and maps; bounded, and without secrets.
 */
final class PlainValues {
  /** Most characters of one text. */
  static final int MOST_TEXT = 32_768;

  private final Redactor redactor;

  PlainValues(Redactor redactor) {
    this.redactor = redactor;
  }

  /**
   * @throws IllegalArgumentException if a value has another type; a defect of who recorded it
   */
  Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> plain = new TreeMap<>();
    map.forEach((key, value) -> plain.put(name(String.valueOf(key)), plain(value)));
    return plain;
  }

  /** A journal has names of whole characters only; half of one becomes U+FFFD. */
  private String name(String key) {
    String name = text(key);
    return name.codePoints().anyMatch(PlainValues::isHalf)
        ? name.codePoints()
            .map(c -> isHalf(c) ? 0xfffd : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : name;
  }

  private static boolean isHalf(int character) {
    return Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE;
  }

  private Object plain(Object value) {
    return switch (value) {
      case String s -> text(s);
      case Boolean b -> b;
      case Long n -> n;
      case Integer n -> n.longValue();
      case Double d when !d.isNaN() && !d.isInfinite() -> d;
      case Map<?, ?> m -> map(m);
      case Collection<?> c -> list(c);
      default ->
          throw new IllegalArgumentException(
              "an observation cannot hold a " + value.getClass().getName() + ": " + value);
    };
  }

  private List<Object> list(Collection<?> items) {
    List<Object> plain = new ArrayList<>();
    items.forEach(item -> plain.add(plain(item)));
    return List.copyOf(plain);
  }

  String text(String text) {
    // Cut before and after: a mask can lengthen a text, and a long text is costly to search.
    String bounded = cut(text, MOST_TEXT * 2);
    return cut(redactor.text(bounded), MOST_TEXT);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
