package dev.plumbline.probes.boottrial;

import dev.plumbline.client.driven.Alteration;
import dev.plumbline.client.driven.Mechanisms;
import dev.plumbline.client.driven.StateReading;
import dev.plumbline.core.Digest;
import dev.plumbline.core.TableRole;
import dev.plumbline.observation.trial.BootTrial;
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

/** Writes altered programs past the updater, starts the device, and sees whether they run. */
public final class BootTrialProbe implements Probe {

  private static final String VERSION = "software-version";
  private static final List<DriverAction> NEEDED =
      List.of(
          DriverAction.WRITE_FLASH,
          DriverAction.POWER_OFF,
          DriverAction.POWER_ON,
          DriverAction.READ_STATE);

  private final ProbeSpec spec = ProbeSpec.load(BootTrialProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<DeviceDriver> driver = context.driver();
    if (driver.isEmpty()) {
      missing(context, "DUT", "a driver.yaml in the dossier");
      return;
    }
    Map<String, DeviceDriver> named =
        Mechanisms.of(
            context.ixit(),
            driver.get(),
            TableRole.SECURE_BOOT,
            d -> d.offers(DriverAction.WRITE_FLASH));
    if (named.isEmpty()) {
      start(context, driver.get(), "DUT");
    }
    for (Map.Entry<String, DeviceDriver> one : named.entrySet()) {
      start(context, one.getValue(), one.getKey());
    }
  }

  /**
   * @param subject the row of what verifies there, or the device where none is named
   */
  private static void start(ProbeContext context, DeviceDriver driver, String subject)
      throws InterruptedException {
    for (DriverAction action : NEEDED) {
      if (!driver.offers(action)) {
        missing(context, subject, "the action " + action.word() + " in driver.yaml");
        return;
      }
    }
    for (String image : List.of("newer", "current")) {
      if (driver.image(image).filter(i -> i.length > 40).isEmpty()) {
        missing(context, subject, "the image '" + image + "' in driver.yaml");
        return;
      }
    }
    tryOut(context, driver, subject);
  }

  private static void missing(ProbeContext context, String subject, String means) {
    context.undetermined(BootTrial.class, subject, DriverResult.needed(means));
  }

  private static void tryOut(ProbeContext context, DeviceDriver driver, String subject)
      throws InterruptedException {
    Trial trial = new Trial(driver, new StateReading(context, driver));
    Optional<String> first = trial.version();
    String assessed = context.product().softwareVersion();
    if (first.filter(assessed::equals).isEmpty()) {
      context.undetermined(
          BootTrial.class,
          subject,
          "before the trial the device does not say that it runs " + assessed);
      return;
    }
    byte[] newer = driver.image("newer").orElseThrow();
    List<BootTrial.Trial> trials = new ArrayList<>();
    for (Map.Entry<String, byte[]> image : Alteration.flipped(newer).entrySet()) {
      context.progress("starts the image " + image.getKey(), 0.3);
      trials.add(trial.start(image.getKey(), image.getValue()));
    }
    BootTrial.Trial control = trial.start("newer", newer);
    trial.start("current", driver.image("current").orElseThrow());
    boolean restored = trial.version().filter(assessed::equals).isPresent();
    if (!restored) {
      context.leftAltered("it does not say that it runs " + assessed + " again");
    }
    context.seen(
        subject,
        new BootTrial(
            trials,
            control,
            restored,
            trials.stream().map(BootTrial.Trial::image).toList(),
            control.ran().equals("yes")));
  }

  private record Trial(DeviceDriver driver, StateReading reading) {
    Optional<String> version() throws InterruptedException {
      return reading.settled(VERSION, driver.outage().back());
    }

    /** Writes the image and starts the device anew. */
    BootTrial.Trial start(String name, byte[] image) throws InterruptedException {
      String before = version().orElse("");
      DriverResult write =
          driver.perform(DriverAction.WRITE_FLASH, Alteration.ARGUMENTS, Optional.of(image));
      String doubt = write.done() ? doubt(image) : "";
      List<DriverResult> steps =
          List.of(
              write,
              driver.perform(DriverAction.POWER_OFF, Map.of()),
              driver.perform(DriverAction.POWER_ON, Map.of()));
      boolean written = steps.stream().allMatch(DriverResult::done);
      Optional<String> after = version();
      String ran = ran(written, before, after);
      return new BootTrial.Trial(
          name,
          Digest.of(image).hex(),
          before,
          after.orElse(""),
          write.done() && doubt.isEmpty(),
          ran.equals("no") && !doubt.isEmpty() ? "unknown" : ran,
          steps.stream()
              .map(DriverResult::reason)
              .filter(r -> !r.isEmpty())
              .findFirst()
              .orElse(doubt));
    }

    /** Why it is not sure that the image stands in the memory; empty where it was read there. */
    private String doubt(byte[] image) throws InterruptedException {
      DriverResult read =
          driver.perform(DriverAction.READ_FLASH, Map.of("length", Integer.toString(image.length)));
      if (!read.done()) {
        return read.reason();
      }
      String found = read.value("sha256").orElse("").strip();
      return found.equalsIgnoreCase(Digest.of(image).hex())
          ? ""
          : "the memory does not hold what was written";
    }

    /** A device that does not start says nothing, which another failure could be as well. */
    private static String ran(boolean written, String before, Optional<String> after) {
      if (!written || before.isEmpty() || after.isEmpty()) {
        return "unknown";
      }
      return after.get().equals(before) ? "no" : "yes";
    }
  }
}
