package dev.plumbline.wild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs reached, by device; a later one may not fall behind. {@code
 * -Dplumbline.update=true} writes it.
 *
 * @param standings by device
 */
record Expected(Map<String, Judged.Standing> standings) {
  private static final Path FILE = Repository.at("verification/wild/standings.yaml");

  static Expected read() throws IOException {
    Map<String, Judged.Standing> standings = new LinkedHashMap<>();
    if (Files.exists(FILE)) {
      for (Tree device : Tree.read(FILE).trees("devices")) {
        String word = device.text("standing").toUpperCase(Locale.ROOT);
        standings.put(device.text("id"), Judged.Standing.valueOf(word));
      }
    }
    return new Expected(standings);
  }

  /** What is wrong with a judgement; empty if nothing is. */
  static List<String> faults(Judged judged, Expected expected) {
    List<String> faults = new ArrayList<>();
    judged.wrongPass().forEach(l -> faults.add("wrong PASS " + l));
    judged.wrongFail().forEach(l -> faults.add("wrong FAIL " + l));
    judged.unmet().forEach(l -> faults.add("neither PASS nor searched: " + l));
    if (judged.standing() == Judged.Standing.FAULT) {
      faults.add("fault: " + judged.deciding());
    }
    Judged.Standing before = expected.standings.get(judged.device().id());
    if (before != null && judged.standing().compareTo(before) < 0) {
      faults.add(judged.standing().word() + ", but " + before.word() + " before");
    }
    if (judged.settled() < judged.device().settled()) {
      faults.add(judged.settled() + " % of probe items settled, not " + judged.device().settled());
    }
    return faults;
  }

  /** Writes judgements as data, sorted by id. */
  static void write(List<Judged> judged, Path file) throws IOException {
    write(rows(judged), file);
  }

  /**
   * Keeps judgements in the project's own file; those of devices that did not run stay.
   *
   * @param known ids of all devices there are
   */
  static void keep(List<Judged> judged, Set<String> known) throws IOException {
    Map<String, Object> rows = new TreeMap<>();
    if (Files.exists(FILE)) {
      Tree.read(FILE).trees("devices").forEach(d -> rows.put(d.text("id"), d.fields()));
    }
    rows.keySet().retainAll(known);
    rows.putAll(rows(judged));
    write(rows, FILE);
  }

  private static Map<String, Object> rows(List<Judged> judged) {
    Map<String, Object> rows = new TreeMap<>();
    judged.forEach(j -> rows.put(j.device().id(), row(j)));
    return rows;
  }

  private static void write(Map<String, Object> rows, Path file) throws IOException {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    whole.put("devices", new ArrayList<>(rows.values()));
    new Tree(whole).write(file);
  }

  private static Map<String, Object> row(Judged judged) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", judged.device().id());
    row.put("title", judged.device().title());
    row.put("flaw", judged.device().flaw().orElse("none"));
    row.put("question", judged.device().open() ? "open" : "closed");
    row.put("standing", judged.standing().word());
    row.put("wrongPass", judged.wrongPass().stream().map(Expected::place).toList());
    row.put("wrongFail", judged.wrongFail().stream().map(Expected::place).toList());
    row.put("settled", judged.settled());
    row.put("seconds", judged.seconds());
    return row;
  }

  private static String place(String line) {
    int colon = line.indexOf(": ");
    return colon < 0 ? line : line.substring(0, colon);
  }
}
