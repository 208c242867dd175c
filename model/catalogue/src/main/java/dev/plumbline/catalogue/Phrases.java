package dev.plumbline.catalogue;

import dev.plumbline.core.BoundedPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and phrases that stand anywhere in a text, as whole words; those of scripts without blanks
 * stand anywhere at all.
 */
final class Phrases {
  private static final BoundedPattern IDEOGRAPH =
      BoundedPattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

  private final Set<String> words = new HashSet<>();
  private final Map<String, List<List<String>>> byFirst = new HashMap<>();
  private final List<String> parts = new ArrayList<>();

  /**
   * @param folded words and phrases as {@link Words#fold} leaves them
   */
  Phrases(Iterable<String> folded) {
    for (String phrase : folded) {
      List<String> all = List.of(phrase.split(" "));
      if (IDEOGRAPH.matcher(phrase).find()) {
        parts.add(phrase);
      } else if (all.size() == 1) {
        words.add(phrase);
      } else {
        byFirst.computeIfAbsent(all.getFirst(), f -> new ArrayList<>()).add(all);
      }
    }
  }

  /** Whether one of them stands in a folded text. */
  boolean standIn(String folded) {
    List<String> text = List.of(folded.split(" "));
    for (int i = 0; i < text.size(); i++) {
      if (startAt(text, i)) {
        return true;
      }
    }
    return parts.stream().anyMatch(folded::contains);
  }

  /** Whether one of those with blanks between words begins at a word of a text. */
  boolean startAt(List<String> text, int at) {
    return words.contains(text.get(at))
        || byFirst.getOrDefault(text.get(at), List.of()).stream()
            .anyMatch(
                p -> at + p.size() <= text.size() && text.subList(at, at + p.size()).equals(p));
  }
}
