package dev.plumbline.recording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texts that are looked for at once, in any case unless it counts. */
final class Needles {
  private static final int SHORTEST = 3;

  private final Map<Integer, List<Needle>> byBeginning = new HashMap<>();
  private final Set<Needle> all = new HashSet<>();

  /**
   * @param text in lower case
   * @param exact the text in the case that counts; empty where none does
   */
  private record Needle(String text, String exact) {
    boolean isAt(int at, String folded, String original) {
      return folded.startsWith(text, at) && (exact.isEmpty() || original.startsWith(exact, at));
    }
  }

  /**
   * Adds one, unless it is too short to be looked for.
   *
   * @param caseCounts whether it is found in its own case alone
   */
  void add(String text, boolean caseCounts) {
    Needle needle = new Needle(folded(text), caseCounts ? text : "");
    if (text.length() >= SHORTEST && all.add(needle)) {
      byBeginning.computeIfAbsent(key(needle.text(), 0), k -> new ArrayList<>()).add(needle);
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The places of a text where one of them stands, as it is or in escapes. */
  BitSet in(String text) {
    BitSet found = new BitSet(text.length());
    mark(text, (from, to) -> found.set(from, to));
    for (Escapes plain : Escapes.of(text)) {
      mark(plain.text(), (from, to) -> found.set(plain.from()[from], plain.to()[to - 1]));
    }
    return found;
  }

  private interface Mark {
    void at(int from, int to);
  }

  private void mark(String text, Mark mark) {
    String folded = folded(text);
    for (int i = 0; i + SHORTEST <= text.length(); i++) {
      List<Needle> likely = byBeginning.get(key(folded, i));
      if (likely != null) {
        for (Needle needle : likely) {
          if (needle.isAt(i, folded, text)) {
            mark.at(i, i + needle.text().length());
          }
        }
      }
    }
  }

  /** Lower case, a character for a character. */
  private static String folded(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }

  private static int key(String text, int at) {
    return (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
  }
}
