package dev.plumbline.dossier.file;

import java.util.regex.Pattern;

/**
 * The first line of a dossier's YAML file, which tells editors where the JSON Schema lies: in the
 * folder {@code schemas} of the dossier, so that it is found wherever the dossier is.
 */
public final class SchemaLine {
  private static final String MARK = "# yaml-language-server:";
  private static final Pattern OURS =
      Pattern.compile(
          "# yaml-language-server: \\$schema=(?:\\.\\./){0,20}schemas/[^/\\s]+/[^/\\s]+\\.schema\\.json");

  private SchemaLine() {}

  /**
   * The line for a file.
   *
   * @param file relative to the dossier
   */
  static String of(String file, String edition) {
    int slash = file.lastIndexOf('/');
    String name = file.substring(slash + 1).replaceFirst("\\.yaml$", "");
    String up = "../".repeat((int) file.chars().filter(c -> c == '/').count());
    return MARK + " $schema=" + up + "schemas/" + edition + "/" + name + ".schema.json";
  }

  /** The text with its line: an author's own is kept, one of ours is brought up to date. */
  public static String put(String text, String file, String edition) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    if (OURS.matcher(first.strip()).matches()) {
      return of(file, edition) + text.substring(first.length());
    }
    boolean own = text.lines().anyMatch(l -> l.startsWith(MARK));
    return own ? text : of(file, edition) + "\n" + text;
  }
}
