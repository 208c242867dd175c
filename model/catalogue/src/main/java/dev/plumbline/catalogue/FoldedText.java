package dev.plumbline.catalogue;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text as lists of words see it: folded once, however much is asked of it. */
public final class FoldedText {
  private static final Set<UnicodeScript> IDEOGRAPHS =
      Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  /** None of those scripts begins before it; the look-up of a script is slow. */
  private static final int FIRST_IDEOGRAPH = 0x2E80;

  private static final int ASCII = 0x80;

  private final String text;
  private final String folded;
  private final List<String> words;

  private FoldedText(String text) {
    this.text = text;
    this.folded = fold(text);
    this.words = List.of(folded.split(" "));
  }

  /** Folds a text. */
  public static FoldedText of(String text) {
    return new FoldedText(text);
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** Lower case, letters, digits and slashes alone, single blanks. */
  public String folded() {
    return folded;
  }

  /** The words of the folded text; one empty word where it has none. */
  List<String> words() {
    return words;
  }

  /** Number of words; in scripts without blanks two characters count as one. */
  public int size() {
    int ideographs = 0;
    int counted = 0;
    boolean inWord = false;
    for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
      int c = folded.codePointAt(i);
      if (isIdeograph(c)) {
        ideographs++;
        inWord = false;
      } else if (c == ' ') {
        inWord = false;
      } else if (!inWord) {
        counted++;
        inWord = true;
      }
    }
    return (ideographs + 1) / 2 + counted;
  }

  private static boolean isIdeograph(int c) {
    return c >= FIRST_IDEOGRAPH && IDEOGRAPHS.contains(UnicodeScript.of(c));
  }

  /** Lower case, letters, digits and slashes alone, single blanks. */
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(lower.length());
    boolean gap = false;
    int next;
    for (int i = 0; i < lower.length(); i = next) {
      int c = lower.codePointAt(i);
      next = i + Character.charCount(c);
      if (!isOfWord(c)) {
        gap = true;
        continue;
      }
      if (gap && !folded.isEmpty()) {
        folded.append(' ');
      }
      gap = false;
      folded.appendCodePoint(c);
    }
    return folded.toString();
  }

  /** Of a text in lower case. Most texts are ASCII, for which the tables of Unicode are slow. */
  private static boolean isOfWord(int c) {
    if (c < ASCII) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/';
    }
    return Character.isLetter(c)
        || switch (Character.getType(c)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }
}
