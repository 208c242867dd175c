package dev.plumbline.probes.publicpages;

import java.util.List;
import java.util.Locale;

/**
 * Flesch reading ease (Flesch 1948): 206.835 - 1.015 words per sentence - 84.6 syllables per word.
 * 60 and more is plain English. The syllables are estimated by vowel groups; the measure is made
 * for English and says little about other languages.
 */
final class Readability {
  private Readability() {}

  /**
   * @param blocks paragraphs, items and headings; a sentence does not go beyond its block
   */
  static double fleschEase(List<String> blocks) {
    long sentences = 0;
    long words = 0;
    long syllables = 0;
    for (String block : blocks) {
      for (String sentence : block.split("[.!?]+(?:\\s|$)")) {
        long here = 0;
        for (String token : sentence.split("\\s+")) {
          String word = token.replaceAll("[^\\p{L}]", "");
          if (!word.isEmpty()) {
            here++;
            syllables += syllables(word);
          }
        }
        words += here;
        sentences += here > 0 ? 1 : 0;
      }
    }
    if (words == 0) {
      return 0;
    }
    double ease = 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
    return Math.round(ease * 10) / 10.0;
  }

  static int syllables(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String bare =
        lower.length() > 3 && lower.endsWith("e") && !lower.endsWith("le")
            ? lower.substring(0, lower.length() - 1)
            : lower;
    int groups = 0;
    boolean vowel = false;
    for (int i = 0; i < bare.length(); i++) {
      boolean now = "aeiouyäöüéèêáàâíîóôúû".indexOf(bare.charAt(i)) >= 0;
      groups += now && !vowel ? 1 : 0;
      vowel = now;
    }
    return Math.max(1, groups);
  }
}
