package dev.plumbline.exchange;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The places that a new dossier keeps for answers: a key in a comment, below its question. An
 * answer that takes its place stands where people look for it.
 */
final class Stubs {
  private Stubs() {}

  /**
   * Fills what has a place.
   *
   * @param parent key of the mapping that the answers belong to
   * @param values by key
   * @return the text, and the values that found no place
   */
  static Filled fill(YamlText text, String parent, Map<String, Object> values) {
    String edited = text.text();
    Map<String, Object> left = new LinkedHashMap<>();
    for (Map.Entry<String, Object> value : values.entrySet()) {
      Matcher place = place(value.getKey()).matcher(edited);
      boolean below = place.find() && place.start() > edited.indexOf("\n" + parent + ":");
      if (below) {
        edited =
            edited.substring(0, place.start())
                + lines(value.getKey(), value.getValue())
                + edited.substring(place.end());
      } else {
        left.put(value.getKey(), value.getValue());
      }
    }
    Optional<YamlText> read = YamlText.of(edited, "", new Problems());
    boolean right =
        read.isPresent()
            && values.keySet().stream()
                .filter(k -> !left.containsKey(k))
                .allMatch(k -> read.get().at(YamlPath.of(parent, k)).isPresent());
    return right ? new Filled(read.get(), left) : new Filled(text, values);
  }

  /** A text with answers in their places. */
  record Filled(YamlText text, Map<String, Object> left) {}

  private static BoundedPattern place(String key) {
    return BoundedPattern.compile(
        "(?m)^  # " + BoundedPattern.quote(key) + ":\\n(?:  #   \\w+:\\n)*+");
  }

  private static String lines(String key, Object value) {
    YamlText alone = YamlText.of("a:\n", "", new Problems()).orElseThrow();
    String written = alone.set(YamlPath.of("a", key), value).text();
    return written.substring(written.indexOf('\n') + 1);
  }
}
