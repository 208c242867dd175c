package dev.plumbline.probes.updatetrial;

import dev.plumbline.client.driven.Mechanisms;
import dev.plumbline.core.TableRole;
import dev.plumbline.observation.trial.UpdateTrial;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers the device images that it should not take, and at the end one that it should. */
public final class UpdateTrialProbe implements Probe {

  private final ProbeSpec spec = ProbeSpec.load(UpdateTrialProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<DeviceDriver> driver = context.driver();
    if (driver.isEmpty()) {
      context.undetermined(
          UpdateTrial.class, "DUT", DriverResult.needed("a driver.yaml in the dossier"));
      return;
    }
    Map<String, DeviceDriver> named =
        Mechanisms.of(
            context.ixit(),
            driver.get(),
            TableRole.UPDATE_MECHANISMS,
            d -> d.offers(DriverAction.OFFER_UPDATE));
    if (named.isEmpty()) {
      offer(context, driver.get(), "DUT");
    }
    for (Map.Entry<String, DeviceDriver> one : named.entrySet()) {
      offer(context, one.getValue(), one.getKey());
    }
  }

  /**
   * @param subject the row of the mechanism by which the driver goes, or the device where none is
   *     named
   */
  private static void offer(ProbeContext context, DeviceDriver driver, String subject)
      throws InterruptedException {
    for (DriverAction needed : List.of(DriverAction.OFFER_UPDATE, DriverAction.READ_STATE)) {
      if (!driver.offers(needed)) {
        context.undetermined(
            UpdateTrial.class,
            subject,
            DriverResult.needed("the action " + needed.word() + " in driver.yaml"));
        return;
      }
    }
    Optional<byte[]> newer = driver.image("newer").filter(i -> i.length > 40);
    if (newer.isEmpty()) {
      context.undetermined(
          UpdateTrial.class, subject, DriverResult.needed("the image 'newer' in driver.yaml"));
      return;
    }
    new ImageTrial(context, driver, subject, newer.get()).run();
  }
}
