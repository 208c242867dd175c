package dev.plumbline.importers.zeeklogs;

import dev.plumbline.importing.MalformedImportException;
import java.util.HashMap;
import java.util.Map;

/** The tab-separated form: a head that names the fields, records, and a last line. */
final class ZeekTable {
  private static final String FIELDS = "#fields\t";

  private final Zeek zeek;
  private final Map<String, Integer> columns = new HashMap<>();
  private boolean closed;

  ZeekTable(Zeek zeek) {
    this.zeek = zeek;
  }

  boolean closed() {
    return closed;
  }

  void line(String line, int number) throws MalformedImportException {
    if (line.startsWith(FIELDS)) {
      String[] names = line.substring(FIELDS.length()).split("\t", -1);
      for (int i = 0; i < names.length; i++) {
        columns.put(names[i], i);
      }
      zeek.kind(columns.keySet());
    } else if (line.startsWith("#")) {
      closed |= line.startsWith("#close");
    } else if (!line.isEmpty()) {
      String[] values = line.split("\t", -1);
      if (columns.isEmpty() || values.length != columns.size()) {
        throw new MalformedImportException("a record has not the fields of the head", number, 0);
      }
      zeek.record(name -> value(values, name), number);
    }
  }

  /** A dash stands for what was not set. */
  private String value(String[] values, String name) {
    Integer column = columns.get(name);
    if (column == null || "-".equals(values[column]) || "(empty)".equals(values[column])) {
      return "";
    }
    return values[column];
  }
}
