package dev.plumbline.probes.driven;

import dev.plumbline.probe.DriverAction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a rig and its service store of a user. */
final class ScriptedDeviceData {
  private final List<String> stored = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private final List<String> atService = new ArrayList<>();
  private final Set<DriverAction> keeping = EnumSet.noneOf(DriverAction.class);
  private boolean hides;
  private boolean blind;

  void keep(DriverAction action) {
    keeping.add(action);
  }

  void hide() {
    hides = true;
  }

  void beBlind() {
    blind = true;
  }

  void store(String marker) {
    stored.add(marker);
  }

  void storeAtService(String marker) {
    atService.add(marker);
  }

  void delete(DriverAction action) {
    if (!keeping.contains(action)) {
      hidden.addAll(hides ? stored : List.of());
      stored.clear();
    }
  }

  void deleteAtService(DriverAction action) {
    if (!keeping.contains(action)) {
      atService.clear();
    }
  }

  /** What was hidden comes back. */
  void restart() {
    stored.addAll(hidden);
  }

  String shown() {
    return blind ? "" : String.join(" ", stored);
  }

  String shownByService() {
    return String.join(" ", atService);
  }
}
