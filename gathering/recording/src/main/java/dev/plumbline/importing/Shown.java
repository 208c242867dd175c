package dev.plumbline.importing;

/** Texts of a file, shown to people: short, and without anything that a terminal would act on. */
final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean acts = Character.isISOControl(c) || type == Character.FORMAT;
              shown.appendCodePoint(acts ? '\uFFFD' : c);
            });
    return text.codePointCount(0, text.length()) > LONGEST
        ? shown.append('…').toString()
        : shown.toString();
  }
}
