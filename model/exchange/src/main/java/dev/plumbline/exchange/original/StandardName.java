package dev.plumbline.exchange.original;

import dev.plumbline.core.BoundedPattern;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A document of ETSI with its version.
 *
 * @param series such as {@code EN 303 645}
 * @param version such as {@code 3.1.3}
 */
public record StandardName(String series, String version) {
  /** The pages on which a document says what it is. */
  private static final int FRONT = 2;

  private static final BoundedPattern NAME =
      BoundedPattern.compile(
          "(?i)\\b(EN|TS|TR|ES|EG)\\s{0,2}(\\d{3})\\s?(\\d{3})(-\\d{1,2})?\\s{0,3}V\\s?(\\d{1,2}\\.\\d{1,2}\\.\\d{1,2})\\b");

  /** The first name on the front pages; else the one that most lines have, such as the headers. */
  static Optional<StandardName> of(List<PdfLine> lines) {
    Map<StandardName, Integer> counts = new LinkedHashMap<>();
    for (PdfLine line : lines) {
      Optional<StandardName> found = in(Paragraphs.clean(line.text()));
      if (found.isPresent() && line.page() <= FRONT) {
        return found;
      }
      found.ifPresent(f -> counts.merge(f, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .max(Comparator.comparing(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  /** The first name in a text. */
  static Optional<StandardName> in(String text) {
    Matcher m = NAME.matcher(text);
    return m.find()
        ? Optional.of(
            new StandardName(
                m.group(1).toUpperCase(Locale.ROOT)
                    + " "
                    + m.group(2)
                    + " "
                    + m.group(3)
                    + (m.group(4) == null ? "" : m.group(4)),
                m.group(5)))
        : Optional.empty();
  }

  /** A short name for commands and files, such as {@code en303645-3.1.3}. */
  public String id() {
    return series.replace(" ", "").toLowerCase(Locale.ROOT) + "-" + version;
  }

  @Override
  public String toString() {
    return "ETSI " + series + " V" + version;
  }
}
