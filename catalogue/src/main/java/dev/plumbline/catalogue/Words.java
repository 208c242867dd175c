package dev.plumbline.catalogue;

import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that people write into a cell when they have nothing to say there.
 *
 * @param nothing the author says that there is nothing, such as {@code none}
 * @param open the author has not answered yet, such as {@code tbd}; no answer at all
 */
public record Words(Set<String> nothing, Set<String> open) {
  public Words {
    nothing = Set.copyOf(nothing);
    open = Set.copyOf(open);
  }

  /** The shipped words. */
  public static Words load() {
    Mapping file = new Resources().read("standards/ts103701/words.yaml");
    return new Words(words(file, "nothing"), words(file, "open"));
  }

  /** Whether the text says that there is nothing, or is blank. */
  public boolean isNothing(String text) {
    String folded = fold(text);
    return folded.isEmpty() || nothing.contains(folded);
  }

  /** Whether the text only holds the place of an answer. */
  public boolean isOpen(String text) {
    return open.contains(fold(text));
  }

  private static Set<String> words(Mapping file, String key) {
    return file.texts(key).stream().map(Words::fold).collect(Collectors.toUnmodifiableSet());
  }

  private static String fold(String text) {
    String folded = text.strip().toLowerCase(Locale.ROOT);
    boolean dotted = folded.length() > 2 && folded.endsWith(".") && !folded.contains("..");
    return dotted && folded.indexOf('.') == folded.length() - 1
        ? folded.substring(0, folded.length() - 1)
        : folded;
  }
}
