package dev.plumbline.wild;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A device with what became of it.
 *
 * @param wrongPass items that PASS though the flaw concerns them
 * @param wrongFail items that FAIL though the device is sound there
 * @param unmet items that the device's data says PASS or are searched, and do not
 * @param deciding the items that make the standing, each with its reason
 * @param settled percentage of probe items that are proved, refuted or searched
 * @param seconds that the test took
 */
record Judged(
    Device device,
    Standing standing,
    List<String> wrongPass,
    List<String> wrongFail,
    List<String> unmet,
    List<String> deciding,
    int settled,
    long seconds) {

  /** From the worst to the best. */
  enum Standing {
    /** The device did not start or the program ended with a defect. */
    FAULT,
    /** Nothing says anything of the flaw. */
    MISSED,
    /** INCONCLUSIVE with a reason. */
    OPEN,
    /** INCONCLUSIVE with a list of what was searched. */
    SEARCHED,
    /** FAIL. */
    FOUND,
    /** A sound device. */
    SOUND;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Judged fault(Device device, String why) {
    return new Judged(device, Standing.FAULT, List.of(), List.of(), List.of(), List.of(why), 0, 0);
  }

  static Judged of(Device device, List<ItemVerdict> items, long seconds) {
    List<String> wrongPass = new ArrayList<>();
    List<String> wrongFail = new ArrayList<>();
    List<String> deciding = new ArrayList<>();
    int found = 0;
    int searched = 0;
    int open = 0;
    for (ItemVerdict item : items) {
      boolean concerned = device.units().stream().anyMatch(item::isNamedBy);
      if (concerned) {
        deciding.add(item.place() + " " + item.verdict() + ": " + item.reason());
        found += item.fails() ? 1 : 0;
        searched += item.isSearched() ? 1 : 0;
        open += item.verdict().equals("INCONCLUSIVE") ? 1 : 0;
        if (item.passes()) {
          wrongPass.add(item.place() + ": " + item.reason());
        }
      } else if (item.fails()
          && !item.isTakenOver()
          && device.may().stream().noneMatch(item::isNamedBy)) {
        wrongFail.add(item.place() + ": " + item.reason());
      }
    }
    Standing standing =
        device.sound()
            ? Standing.SOUND
            : found > 0
                ? Standing.FOUND
                : searched > 0 ? Standing.SEARCHED : open > 0 ? Standing.OPEN : Standing.MISSED;
    return new Judged(
        device,
        standing,
        wrongPass,
        wrongFail,
        unmet(device, items),
        deciding,
        settled(items),
        seconds);
  }

  private static List<String> unmet(Device device, List<ItemVerdict> items) {
    return device.data().texts("passes").stream()
        .filter(
            truth ->
                items.stream().noneMatch(i -> i.isNamedBy(truth) && (i.passes() || i.isSearched())))
        .map(truth -> truth + reasons(truth, items))
        .toList();
  }

  private static String reasons(String truth, List<ItemVerdict> items) {
    return items.stream()
        .filter(i -> i.isNamedBy(truth))
        .map(i -> " " + i.verdict() + ": " + i.reason())
        .collect(Collectors.joining());
  }

  private static int settled(List<ItemVerdict> items) {
    List<ItemVerdict> probed = items.stream().filter(i -> i.plannedBy().equals("probe")).toList();
    long settled =
        probed.stream().filter(i -> !i.verdict().equals("INCONCLUSIVE") || i.isSearched()).count();
    return probed.isEmpty() ? 0 : (int) (100 * settled / probed.size());
  }
}
