package dev.plumbline.importers.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The records of a fact: kept up to a size, counted to the end. Equal ones count once. */
public final class Kept {
  private static final int MOST = 20_000;
  private static final int ROOM = 2_000_000;

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Set<Map<String, Object>> there = new HashSet<>();
  private long count;
  private int room = ROOM;

  public void add(Row row) {
    Map<String, Object> map = row.map();
    if (there.contains(map)) {
      return;
    }
    count++;
    if (rows.size() < MOST && row.size() <= room) {
      room -= row.size();
      rows.add(map);
      there.add(map);
    }
  }

  public List<Map<String, Object>> rows() {
    return List.copyOf(rows);
  }

  /** How many there were, kept or not. */
  public long count() {
    return count;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** Whether all were kept; else nothing follows from what is not among them. */
  public boolean complete() {
    return count == rows.size();
  }
}
