package dev.plumbline.importers.matterpics;

import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The plain form of a PICS: CODE=1 or CODE=0 a line, # before a remark. */
final class PicsText {
  private PicsText() {}

  /**
   * Whether each line of the beginning is such an item, a remark or blank, and at least one item is
   * Matter's own.
   */
  static boolean begins(Head head) {
    List<String> lines = head.text().lines().toList();
    boolean cut = head.bytes().length == Head.SIZE;
    boolean matter = false;
    for (String line : cut ? lines.subList(0, Math.max(0, lines.size() - 1)) : lines) {
      String item = withoutRemark(line);
      String code = code(item);
      if (!item.isEmpty() && !(PicsItems.isCode(code) && isFlag(value(item)))) {
        return false;
      }
      matter = matter || PicsItems.isOfMatter(code);
    }
    return matter;
  }

  static void read(InputStream in, PicsItems items, Reading reading)
      throws IOException, MalformedImportException {
    Lines.read(
        in,
        (line, number) -> {
          String item = withoutRemark(line);
          if (!item.isEmpty()) {
            if (!isFlag(value(item))) {
              throw new MalformedImportException(
                  ImportRefusal.MALFORMED, "a line is no CODE=1 or CODE=0", number, 0);
            }
            items.add(code(item), value(item), number, reading);
          }
        });
  }

  private static String withoutRemark(String line) {
    int remark = line.indexOf('#');
    return (remark < 0 ? line : line.substring(0, remark)).strip();
  }

  private static String code(String item) {
    int sign = item.indexOf('=');
    return sign < 0 ? item : item.substring(0, sign).strip();
  }

  private static String value(String item) {
    int sign = item.indexOf('=');
    return sign < 0 ? "" : item.substring(sign + 1).strip();
  }

  private static boolean isFlag(String value) {
    return value.equals("0") || value.equals("1");
  }
}
