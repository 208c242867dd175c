package dev.plumbline.probes.updatesettings;

import dev.plumbline.client.driven.Mechanisms;
import dev.plumbline.client.driven.StateReading;
import dev.plumbline.core.TableRole;
import dev.plumbline.observation.trial.UpdateSetting;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of updates, changes each, reads it back from the device, and restores it. */
public final class UpdateSettingsProbe implements Probe {

  private static final List<String> NAMES = List.of("automatic-updates", "update-notifications");

  private static final String STAYS = "stays";

  private final ProbeSpec spec = ProbeSpec.load(UpdateSettingsProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<DeviceDriver> driver = context.driver();
    List<Look> looks = new ArrayList<>();
    for (String name : NAMES) {
      String subject = "setting/" + name;
      Map<String, DeviceDriver> named =
          driver
              .map(
                  d ->
                      Mechanisms.of(
                          context.ixit(),
                          d,
                          TableRole.UPDATE_MECHANISMS,
                          bound -> bound.settings().contains(name)))
              .orElse(Map.of());
      for (Map.Entry<String, DeviceDriver> one : named.entrySet()) {
        look(context, one.getValue(), name, subject + "/" + one.getKey()).ifPresent(looks::add);
      }
      if (!named.isEmpty()) {
        continue;
      }
      if (driver.isEmpty()) {
        context.undetermined(
            UpdateSetting.class, subject, DriverResult.needed("a driver.yaml in the dossier"));
      } else if (!driver.get().settings().contains(name)) {
        context.undetermined(
            UpdateSetting.class,
            subject,
            DriverResult.needed("the setting " + name + " in driver.yaml"));
      } else {
        look(context, driver.get(), name, subject).ifPresent(looks::add);
      }
    }
    // A reading that never followed a change may be of anything.
    boolean follows = looks.stream().anyMatch(l -> l.away().done());
    looks.forEach(l -> context.seen(l.subject(), l.fact(follows)));
  }

  private static Optional<Look> look(
      ProbeContext context, DeviceDriver driver, String name, String subject)
      throws InterruptedException {
    StateReading reading = new StateReading(context, driver);
    DriverResult first = reading.setting(name);
    Optional<String> initial = first.value("value").filter(v -> v.equals("on") || v.equals("off"));
    if (initial.isEmpty()) {
      context.undetermined(
          UpdateSetting.class,
          subject,
          first.done()
              ? "the device answered '"
                  + StateReading.quoted(first.value("value").orElse(""))
                  + "', not on or off"
              : first.reason());
      return Optional.empty();
    }
    Change away = change(driver, reading, name, initial.get().equals("on") ? "off" : "on");
    Change back = away.done() ? change(driver, reading, name, initial.get()) : away;
    return Optional.of(
        new Look(subject, initial.get(), away, back, reading.reads(name, initial.get())));
  }

  /** One setting, changed away from what it was and back. */
  private record Look(String subject, String initial, Change away, Change back, boolean restored) {
    /**
     * @param follows whether any setting was read as it had been changed
     */
    UpdateSetting fact(boolean follows) {
      String changeable = back.changeable();
      if (changeable.equals(STAYS)) {
        changeable = follows ? "no" : "unknown";
      }
      Optional<String> why = back.done() ? Optional.empty() : Optional.of(back.why());
      return new UpdateSetting(initial, changeable, why, restored, follows);
    }
  }

  /**
   * @param changeable {@code yes}, {@code no}, {@code stays} when a change was acknowledged and not
   *     read back, or {@code unknown} when the driver failed
   */
  private record Change(String changeable, String why) {
    boolean done() {
      return changeable.equals("yes");
    }
  }

  private static Change change(DeviceDriver driver, StateReading reading, String name, String to)
      throws InterruptedException {
    DriverResult set = driver.perform(DriverAction.SET_SETTING, Map.of("name", name, "value", to));
    if (set.refused()) {
      return new Change("no", set.reason());
    }
    if (!set.done()) {
      return new Change("unknown", set.reason());
    }
    if (reading.reads(name, to)) {
      return new Change("yes", "");
    }
    DriverResult read = reading.setting(name);
    return read.done()
        ? new Change(
            STAYS,
            "the device acknowledged '"
                + to
                + "' and says '"
                + StateReading.quoted(read.value("value").orElse(""))
                + "' afterwards")
        : new Change("unknown", read.reason());
  }
}
