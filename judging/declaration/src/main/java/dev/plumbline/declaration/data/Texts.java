package dev.plumbline.declaration.data;

import dev.plumbline.catalogue.Words;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Comparing and showing the words of a declaration. */
public final class Texts {
  private static final int SHOWN = 80;
  private static final int LISTED = 12;

  private static final BoundedPattern BLANKS = BoundedPattern.compile("\\s+");
  private static final BoundedPattern UNSEEN = BoundedPattern.compile("[\\p{Cntrl}\\p{Cf}]");

  private Texts() {}

  /** Lower case, letters and digits alone, single blanks: two texts that say the same are equal. */
  public static String bare(String text) {
    return Words.fold(text);
  }

  /** Number of words. */
  public static int words(String text) {
    String bare = bare(text);
    return bare.isEmpty() ? 0 : bare.split(" ").length;
  }

  /**
   * One line without control or direction characters, shortened, so that messages stay readable.
   */
  public static String printable(String text) {
    String line = UNSEEN.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("?");
    return line.length() <= SHOWN * 4 ? line : line.substring(0, SHOWN * 4) + "…";
  }

  /** The start of a cell, for messages. */
  public static String shown(String text) {
    String line = BLANKS.matcher(text).replaceAll(" ").trim();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  /** What to write instead of an unknown name: the nearest known one, or the choices. */
  public static String instead(String given, Collection<String> known) {
    Optional<String> near = NearestName.among(known, given);
    if (near.isPresent()) {
      return "Write '" + near.get() + "'.";
    }
    return known.isEmpty() ? "Remove it." : "Write one of: " + listed(known) + ".";
  }

  /** With a capital at its start. */
  public static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  public static String listed(Collection<String> names) {
    List<String> shown = names.stream().limit(LISTED).toList();
    return String.join(", ", shown) + (names.size() > LISTED ? ", …" : "");
  }
}
