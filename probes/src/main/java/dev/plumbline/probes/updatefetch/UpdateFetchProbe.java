package dev.plumbline.probes.updatefetch;

import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.List;
import java.util.Optional;

/** Stands in for the server of the device's updates, and serves images that it should not run. */
public final class UpdateFetchProbe implements Probe {
  static final String KEY = "update.fetch";

  private static final int LEAST_BYTES = 40;

  private final ProbeSpec spec = ProbeSpec.load(UpdateFetchProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<ClientTest> servers =
        context.product().clients().stream().filter(c -> c.serves().isPresent()).toList();
    if (servers.isEmpty()) {
      context.undetermined(
          KEY,
          "DUT",
          "product.yaml names no server from which the device fetches its updates (serves in"
              + " test.clients)");
    }
    for (ClientTest test : servers) {
      Optional<DeviceDriver> driver =
          context.driver().filter(d -> d.offers(DriverAction.READ_STATE));
      Optional<byte[]> newer =
          driver.flatMap(d -> d.image("newer")).filter(i -> i.length > LEAST_BYTES);
      if (driver.isEmpty() || newer.isEmpty()) {
        context.undetermined(
            KEY,
            test.subject(),
            "the means is missing: "
                + (driver.isEmpty()
                    ? "a driver.yaml with the action read-state"
                    : "the image 'newer' in driver.yaml"));
      } else {
        new FetchTrial(context, test, test.serves().orElseThrow(), driver.get()).run(newer.get());
      }
    }
  }
}
