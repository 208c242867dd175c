package dev.plumbline.probes.updatetrial;

import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.List;
import java.util.Optional;

/** Offers the device images that it should not take, and at the end one that it should. */
public final class UpdateTrialProbe implements Probe {
  static final String KEY = "update.trial";

  private final ProbeSpec spec = ProbeSpec.load(UpdateTrialProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<DeviceDriver> driver = context.driver();
    if (driver.isEmpty()) {
      context.undetermined(KEY, "DUT", "the means is missing: a driver.yaml in the dossier");
      return;
    }
    for (DriverAction needed : List.of(DriverAction.OFFER_UPDATE, DriverAction.READ_STATE)) {
      if (!driver.get().offers(needed)) {
        context.undetermined(
            KEY, "DUT", "the means is missing: the action " + needed.word() + " in driver.yaml");
        return;
      }
    }
    Optional<byte[]> newer = driver.get().image("newer").filter(i -> i.length > 40);
    if (newer.isEmpty()) {
      context.undetermined(KEY, "DUT", "the means is missing: the image 'newer' in driver.yaml");
      return;
    }
    new ImageTrial(context, driver.get(), newer.get()).run();
  }
}
