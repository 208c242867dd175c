package dev.plumbline.acceptance;

import java.util.regex.Pattern;

/**
 * Other numbers for the tables, provisions and units of an edition; a pure function of its text.
 */
final class Renumbering {
  private static final int TABLES = 40;
  private static final int PROVISIONS = 30;
  private static final Pattern TABLE =
      Pattern.compile("(?<![\\w.-])(\\d{1,2})-(?=[A-Z][A-Za-z]{3})");

  /** The sections stay, and what follows the first hyphen is another number. */
  private static final Pattern PROVISION =
      Pattern.compile(
          "(?<![\\w.-])(4|5\\.\\d{1,2}|6)-(\\d{1,2})(?=[A-Z]?(-\\d[a-z]?|-\\d\\d[a-z]?)?\\b)(?!\\d)");

  private Renumbering() {}

  static String of(String text) {
    String tables =
        TABLE.matcher(text).replaceAll(m -> Integer.parseInt(m.group(1)) + TABLES + "-");
    return PROVISION
        .matcher(tables)
        .replaceAll(m -> m.group(1) + "-" + (Integer.parseInt(m.group(2)) + PROVISIONS));
  }
}
