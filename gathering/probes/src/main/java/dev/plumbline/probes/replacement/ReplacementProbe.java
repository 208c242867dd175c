package dev.plumbline.probes.replacement;

import dev.plumbline.observation.trial.ReplacementTrial;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.List;
import java.util.Optional;

/** Puts another unit in the device's place, and sees what that regains. */
public final class ReplacementProbe implements Probe {

  private static final List<DriverAction> NEEDED =
      List.of(DriverAction.REPLACE_DEVICE, DriverAction.PUT_BACK_DEVICE, DriverAction.READ_STATE);

  private final ProbeSpec spec = ProbeSpec.load(ReplacementProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<DeviceDriver> driver = context.driver();
    if (driver.isEmpty()) {
      missing(context, "a driver.yaml in the dossier");
      return;
    }
    for (DriverAction action : NEEDED) {
      if (!driver.get().offers(action)) {
        missing(context, "the action " + action.word() + " in driver.yaml");
        return;
      }
    }
    new Replacement(context, driver.get()).run();
  }

  private static void missing(ProbeContext context, String means) {
    context.undetermined(ReplacementTrial.class, "DUT", DriverResult.needed(means));
  }
}
