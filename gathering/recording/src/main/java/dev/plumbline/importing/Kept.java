package dev.plumbline.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The entries of a fact: kept up to a number and a size, counted to the end. Equal ones count once.
 */
public final class Kept<T extends Record> {
  private static final int MOST = 20_000;

  /** Characters, as the entries are shown; a stored one is shorter. */
  private static final int ROOM = 3_500_000;

  private final List<T> entries = new ArrayList<>();
  private final Set<T> there = new HashSet<>();
  private long count;
  private int room = ROOM;

  public void add(T entry) {
    if (there.contains(entry)) {
      return;
    }
    count++;
    if (entries.size() < MOST) {
      int size = entry.toString().length();
      if (size <= room) {
        room -= size;
        entries.add(entry);
        there.add(entry);
      }
    }
  }

  public List<T> all() {
    return List.copyOf(entries);
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
    return count == entries.size();
  }
}
