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

  /**
   * Whether one of them stands in a folded text.
   *
   * @param text its words
   */
  boolean standIn(String folded, List<String> text) {
    for (int i = 0; i < text.size(); i++) {
      if (startAt(text, i)) {
        return true;
      }
    }
    for (String part : parts) {
      if (folded.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of those with blanks between words begins at a word of a text. */
  boolean startAt(List<String> text, int at) {
    String first = text.get(at);
    if (words.contains(first)) {
      return true;
    }
    for (List<String> phrase : byFirst.getOrDefault(first, List.of())) {
      int end = at + phrase.size();
      if (end <= text.size() && text.subList(at, end).equals(phrase)) {
        return true;
      }
    }
    return false;
  }
}
