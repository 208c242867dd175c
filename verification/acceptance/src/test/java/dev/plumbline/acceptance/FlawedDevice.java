package dev.plumbline.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

/**
 * A device with one flaw, and what fails because of it.
 *
 * @param fails units that are FAIL with the flaw and not without it, by edition
 */
record FlawedDevice(DeviceState state, Map<String, List<String>> fails) {
  static final List<String> HEAD =
      List.of(
          "",
          "## Flawed devices",
          "",
          "A sound device with one flaw each; what fails because of it, and whether that is all that was planted.",
          "`./test -Dplumbline.fleet=true` tests them all; a usual run tests those that the table above shows, and those of the",
          "manufacturer's pages, and compares their rows.",
          "",
          "| device | flaw | FAIL in V1.1.1 | FAIL in V2.1.1 | found |",
          "|---|---|---|---|---|");

  /** Whether a line of the page is a row of this table. */
  static boolean isRow(String line) {
    return DeviceState.DOSSIERS.keySet().stream().anyMatch(d -> line.startsWith("| " + d + " |"));
  }

  /**
   * What came of a flaw.
   *
   * @param without verdicts of the sound device, by edition and unit
   * @param with verdicts with the flaw
   */
  static FlawedDevice of(DeviceState state, Map<String, String> without, Map<String, String> with) {
    return new FlawedDevice(
        state,
        Map.of("2.1.1", failing("2.1.1", without, with), "3.1.3", failing("3.1.3", without, with)));
  }

  private static List<String> failing(
      String edition, Map<String, String> without, Map<String, String> with) {
    return with.entrySet().stream()
        .filter(e -> e.getKey().startsWith(edition + " "))
        .filter(e -> e.getValue().equals("FAIL"))
        .map(Entry::getKey)
        .filter(u -> !without.getOrDefault(u, "").equals("FAIL"))
        .map(u -> u.substring(edition.length() + 1))
        .sorted()
        .toList();
  }

  /** Planted units that do not fail. */
  List<String> missed() {
    return Stream.of("2.1.1", "3.1.3")
        .flatMap(
            e ->
                state.toFail(e).stream()
                    .filter(u -> !fails.getOrDefault(e, List.of()).contains(u))
                    .map(u -> u + " (" + e + ")"))
        .toList();
  }

  String row() {
    return String.format(
        "| %s | %s | %s | %s | %s |",
        state.device(),
        state.name(),
        String.join(" ", fails.getOrDefault("2.1.1", List.of())),
        String.join(" ", fails.getOrDefault("3.1.3", List.of())),
        found());
  }

  private String found() {
    if (!missed().isEmpty()) {
      return "not " + String.join(", ", missed());
    }
    List<String> open = state.toLeaveOpen("3.1.3");
    return (state.reach() > 0 ? "yes" : "")
        + (state.reach() > 0 && !open.isEmpty() ? "; " : "")
        + (open.isEmpty() ? "" : "left to a person: " + String.join(" ", open));
  }
}
