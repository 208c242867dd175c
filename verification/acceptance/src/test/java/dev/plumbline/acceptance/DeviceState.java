package dev.plumbline.acceptance;

import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.Flaw;
import dev.plumbline.testbed.FlawCatalogue;
import dev.plumbline.testbed.net.Silence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A sound device as it is, with one flaw, or mute.
 *
 * @param device name of the device
 * @param name {@link #NONE}, a flaw, or a way to be mute
 */
record DeviceState(String device, String name) {
  static final String NONE = "none";

  /** The flaw that a table shows for a unit comes first: one that makes little else fail. */
  static final Comparator<DeviceState> FIRST =
      Comparator.comparingInt(DeviceState::reach).thenComparing(DeviceState::name);

  private static final String VENDOR = "vendor";

  /** The dossiers of each device, by edition. */
  static final Map<String, Map<String, String>> DOSSIERS =
      new TreeMap<>(
          Map.of(
              "sound-camera",
              Map.of("3.1.3", "sound-camera", "2.1.1", "sound-camera-2.1.1"),
              "sensor-tag",
              Map.of("3.1.3", "sensor-tag", "2.1.1", "sensor-tag-2.1.1"),
              "home-hub",
              Map.of("3.1.3", "home-hub")));

  static DeviceState parse(String text) {
    int at = text.indexOf(':');
    return new DeviceState(text.substring(0, at), text.substring(at + 1));
  }

  static List<DeviceState> mute(String device) {
    return Stream.of(Silence.values())
        .filter(s -> s != Silence.NONE)
        .map(s -> new DeviceState(device, s.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Every flaw of the device that is to fail a unit, or to leave one open. */
  static List<DeviceState> flawed(String device) {
    return FlawCatalogue.load().flaws().stream()
        .filter(f -> f.device().equals(device))
        .filter(
            f -> !touched(f).isEmpty() || !f.leavesOpen().values().stream().allMatch(List::isEmpty))
        .filter(f -> isActedOut(DeviceSpec.named(device), f))
        .map(f -> new DeviceState(device, f.id()))
        .toList();
  }

  /**
   * Those that the table of units shows, and those of the manufacturer's pages, which are soon
   * tested: all that a usual run tests, since the fleet as a whole takes minutes more.
   */
  static List<DeviceState> shown(String device) {
    List<DeviceState> all = flawed(device);
    Set<DeviceState> shown = new LinkedHashSet<>();
    all.stream().filter(s -> s.flaw().orElseThrow().part().equals(VENDOR)).forEach(shown::add);
    all.stream()
        .flatMap(s -> touched(s.flaw().orElseThrow()).stream())
        .distinct()
        .forEach(
            u -> {
              String[] part = u.split(" ", 2);
              all.stream().filter(s -> s.fails(part[0], part[1])).min(FIRST).ifPresent(shown::add);
            });
    // One for each row among several that a flaw can be of.
    all.stream()
        .map(s -> s.flaw().orElseThrow().items())
        .filter(items -> !items.isEmpty())
        .distinct()
        .forEach(
            items ->
                all.stream()
                    .filter(s -> s.flaw().orElseThrow().items().equals(items))
                    .min(FIRST)
                    .ifPresent(shown::add));
    return List.copyOf(shown);
  }

  /** A flaw of a part that is off cannot be seen. */
  private static boolean isActedOut(DeviceSpec sound, Flaw flaw) {
    return flaw.part().equals(VENDOR)
        || sound
            .with(flaw.with().toArray(String[]::new))
            .with(flaw.id())
            .effective()
            .child("parts")
            .child(flaw.part())
            .text("on", "true")
            .equals("true");
  }

  private static Collection<String> touched(Flaw flaw) {
    List<String> touched = new ArrayList<>();
    flaw.fails().forEach((edition, units) -> units.forEach(u -> touched.add(edition + " " + u)));
    return touched;
  }

  Optional<Flaw> flaw() {
    return FlawCatalogue.load().flaws().stream().filter(f -> f.id().equals(name)).findFirst();
  }

  /** Probes to which the device looks different from how it does without the flaw. */
  Set<String> onlookers() {
    return flaw().map(AffectedProbes::of).orElse(Set.of());
  }

  /** How many units the flaw is to make fail. */
  int reach() {
    return flaw().map(f -> touched(f).size()).orElse(0);
  }

  /** Whether the flaw is to make the unit fail. */
  boolean fails(String edition, String unit) {
    return toFail(edition).contains(unit);
  }

  /** Units that must not pass with the flaw, and that a person has to decide. */
  List<String> toLeaveOpen(String edition) {
    return flaw().map(f -> f.leavesOpen().getOrDefault(edition, List.of())).orElse(List.of());
  }

  /** Units that the flaw is to make fail. */
  List<String> toFail(String edition) {
    return flaw().map(f -> f.fails().getOrDefault(edition, List.of())).orElse(List.of());
  }

  DeviceSpec spec() {
    DeviceSpec sound = DeviceSpec.named(device);
    if (name.equals(NONE)) {
      return sound;
    }
    return flaw()
        .map(f -> sound.with(f.with().toArray(String[]::new)).with(f.id()))
        .orElseGet(() -> sound.mute(Silence.valueOf(name.toUpperCase(Locale.ROOT))));
  }

  @Override
  public String toString() {
    return device + ":" + name;
  }
}
