package dev.plumbline.importers.zeeklogs;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** The form of separated values: a head that names the fields, records, and a last line. */
final class ZeekTable {
  private static final BoundedPattern SEPARATOR =
      BoundedPattern.compile("#separator \\\\x([0-9A-Fa-f]{2})");

  private final Zeek zeek;
  private final Map<String, Integer> columns = new HashMap<>();
  private char separator = '\t';
  private String unset = "-";
  private String empty = "(empty)";
  private String path = "";
  private LogKind kind = LogKind.OTHER;
  private boolean closed;

  ZeekTable(Zeek zeek) {
    this.zeek = zeek;
  }

  boolean closed() {
    return closed;
  }

  void line(String line, int number) throws MalformedImportException {
    if (line.startsWith("#")) {
      head(line);
    } else if (!line.isEmpty()) {
      List<String> values = split(line);
      if (columns.isEmpty() || values.size() != columns.size()) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "a record has not the fields of the head", number, 0);
      }
      zeek.record(kind, name -> value(values, name), number);
    }
  }

  /** Logs that were put one behind the other have a head each. */
  private void head(String line) {
    Matcher mark = SEPARATOR.matcher(line.strip());
    if (mark.matches()) {
      separator = (char) Integer.parseInt(mark.group(1), 16);
      closed = false;
      return;
    }
    List<String> words = split(line);
    String value = words.size() > 1 ? words.get(1) : "";
    switch (words.getFirst()) {
      case "#unset_field" -> unset = value;
      case "#empty_field" -> empty = value;
      case "#path" -> path = value;
      case "#close" -> closed = true;
      case "#fields" -> {
        columns.clear();
        for (int i = 1; i < words.size(); i++) {
          columns.put(words.get(i), i - 1);
        }
        kind = path.isEmpty() ? LogKind.of(columns::containsKey) : LogKind.named(path);
        zeek.kind(kind, path);
      }
      default -> {}
    }
  }

  private String value(List<String> values, String name) {
    Integer column = columns.get(name);
    String value = column == null ? unset : values.get(column);
    return unset.equals(value) || empty.equals(value) ? "" : value;
  }

  private List<String> split(String line) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
      parts.add(line.substring(from, at));
      from = at + 1;
    }
    parts.add(line.substring(from));
    return parts;
  }
}
