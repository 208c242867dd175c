package dev.plumbline.wild;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A configuration with the truth about itself; {@code verification/wild/README.md} has the format.
 *
 * @param flaw class of the flaw; empty for a sound device
 * @param units items where a FAIL is right and a PASS is wrong: UNIT or UNIT@ROW
 * @param may units that the same flaw may fail
 * @param open whether its question asks if there is something anywhere
 * @param edition of EN 303 645
 * @param quick whether every test run includes it
 * @param settled least percentage of probe items that are proved, refuted or searched
 * @param seconds the longest that a test of it may take
 * @param here the folder of its file
 * @param data all of its fields
 */
record Device(
    String id,
    String title,
    Optional<String> flaw,
    List<String> units,
    List<String> may,
    boolean open,
    String edition,
    boolean quick,
    int settled,
    long seconds,
    Path here,
    Tree data) {

  static final String LATEST = "3.1.3";
  private static final String LONGEST_TEST = "900";

  Device {
    units = List.copyOf(units);
    may = List.copyOf(may);
  }

  static Device of(Tree data, String edition, List<String> units, Path here) {
    String id = data.text("id") + (edition.equals(LATEST) ? "" : "-" + edition);
    return new Device(
        id,
        data.text("title"),
        Optional.of(data.text("flaw")).filter(f -> !f.isEmpty()),
        units,
        data.texts("may"),
        data.text("question").equals("open"),
        edition,
        data.text("quick").equals("true"),
        Integer.parseInt(data.text("settled", "0")),
        Long.parseLong(data.text("seconds", LONGEST_TEST)),
        here,
        data);
  }

  boolean sound() {
    return flaw.isEmpty();
  }

  /** Variables for the device's script. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    data.at("env").fields().forEach((name, value) -> variables.put(name, String.valueOf(value)));
    return variables;
  }

  /** TCP ports that are open once the device has started. */
  List<Integer> waits() {
    List<String> places = data.has("waits") ? data.texts("waits") : List.of("tcp/8443");
    return places.stream()
        .filter(p -> p.startsWith("tcp/"))
        .map(p -> Integer.valueOf(p.substring(4)))
        .toList();
  }
}
