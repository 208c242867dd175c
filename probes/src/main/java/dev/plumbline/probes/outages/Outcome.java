package dev.plumbline.probes.outages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen of one kind of outage, over all its cuts. */
final class Outcome {
  /** From best to worst; any other word tells less than the last and more than the first. */
  private static final List<String> WORDS = List.of("works", "", "fails");

  private static final String BOTH = " and ";

  private final Map<String, Object> value = new LinkedHashMap<>();
  private final Set<String> names = new TreeSet<>();
  private final Map<String, String> during = new TreeMap<>();
  private final Map<String, String> after = new TreeMap<>();
  private final List<Map<String, Object>> changed = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();
  private boolean cameBack = true;

  void before(Map<String, String> readings) {
    names.addAll(readings.keySet());
    value.put("before", readings);
  }

  void during(Map<String, String> readings) {
    keep(during, readings);
  }

  void after(Map<String, String> readings) {
    keep(after, readings);
  }

  /** The worst reading stays: once is enough to differ. */
  private void keep(Map<String, String> kept, Map<String, String> readings) {
    readings.forEach((name, reading) -> kept.merge(name, reading, Outcome::worse));
    if (!readings.isEmpty() && !readings.keySet().containsAll(names)) {
      gap("not every reading tells all that was told before the outage: " + names);
    }
  }

  /** Of two words that are neither good nor bad, both. */
  private static String worse(String old, String now) {
    if (rank(now) != rank(old)) {
      return rank(now) > rank(old) ? now : old;
    }
    return rank(now) != 1 || List.of(old.split(BOTH)).contains(now) ? old : old + BOTH + now;
  }

  private static int rank(String reading) {
    return WORDS.contains(reading) ? WORDS.indexOf(reading) : 1;
  }

  /**
   * After one cut; what was missing once stays missing.
   *
   * @param missing endpoints that did not answer again
   */
  void back(List<String> missing) {
    cameBack &= missing.isEmpty();
    value.put("cameBack", cameBack);
    value.put("missing", missing);
  }

  boolean cameBack() {
    return cameBack;
  }

  void changed(String setting, String before, String now) {
    changed.add(Map.of("setting", setting, "before", before, "after", now));
  }

  void gap(String what) {
    if (!gaps.contains(what)) {
      gaps.add(what);
    }
  }

  Map<String, Object> value() {
    value.put("during", Map.copyOf(during));
    value.put("after", Map.copyOf(after));
    value.put("changed", List.copyOf(changed));
    return value;
  }

  List<String> gaps() {
    return List.copyOf(gaps);
  }
}
