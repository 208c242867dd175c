package dev.plumbline.firmware.find;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of a fact: kept up to a number and a size, counted to the end. Equal ones count once.
 */
final class Rows {
  private static final int MOST = 20_000;
  private static final int ROOM = 2_000_000;
  private static final int LONGEST = 1_500;

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Set<Map<String, Object>> there = new HashSet<>();
  private long count;
  private int room = ROOM;

  /**
   * @param row names and values by turns; empty values and zeros are left out
   */
  void add(Object... row) {
    Map<String, Object> map = new LinkedHashMap<>();
    int size = 0;
    for (int i = 0; i < row.length; i += 2) {
      Object value = row[i + 1] instanceof String s ? printable(s) : row[i + 1];
      if (!value.equals("") && !value.equals(0L)) {
        map.put((String) row[i], value);
        size += value.toString().length() + 8;
      }
    }
    if (there.contains(map)) {
      return;
    }
    count++;
    if (rows.size() < MOST && size <= room) {
      room -= size;
      rows.add(map);
      there.add(map);
    }
  }

  private static String printable(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
  }

  List<Map<String, Object>> all() {
    return List.copyOf(rows);
  }

  long count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean complete() {
    return count == rows.size();
  }
}
