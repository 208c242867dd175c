package dev.plumbline.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes maps, lists and plain values as JSON for people and programs. */
public final class JsonText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonText() {}

  /** Writes the tree in UTF-8, indented, in the order of its maps, with a line feed at the end. */
  public static void write(Object tree, OutputStream out) throws IOException {
    out.write((of(tree) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The tree as text. DEL, the controls U+0080 to U+009F, characters without a shape, such as those
   * that turn the direction of a line, and separators of lines stand as {@code \\uXXXX}, so that
   * foreign text does nothing to a terminal or an editor that shows it.
   */
  public static String of(Object tree) {
    return escaped(MAPPER.writeValueAsString(tree));
  }

  /** They occur inside of strings alone: what else there is of JSON is ASCII. */
  private static String escaped(String json) {
    StringBuilder shown = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); ) {
      int c = json.codePointAt(i);
      if (c < 0x7f || !isHidden(c)) {
        shown.appendCodePoint(c);
      } else {
        for (char part : Character.toChars(c)) {
          shown.append(String.format(Locale.ROOT, "\\u%04X", (int) part));
        }
      }
      i += Character.charCount(c);
    }
    return shown.toString();
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
