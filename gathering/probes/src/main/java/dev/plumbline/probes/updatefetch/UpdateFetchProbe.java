package dev.plumbline.probes.updatefetch;

import dev.plumbline.client.driven.Mechanisms;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.observation.trial.UpdateFetch;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stands in for the server of the device's updates, and serves images that it should not run. */
public final class UpdateFetchProbe implements Probe {

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
          UpdateFetch.class,
          "DUT",
          "product.yaml names no server from which the device fetches its updates (serves in"
              + " test.clients)");
    }
    for (ClientTest test : servers) {
      Optional<DeviceDriver> driver =
          context
              .driver()
              .map(d -> by(context, test, d))
              .filter(d -> d.offers(DriverAction.READ_STATE));
      Optional<byte[]> newer =
          driver.flatMap(d -> d.image("newer")).filter(i -> i.length > LEAST_BYTES);
      if (driver.isEmpty() || newer.isEmpty()) {
        context.undetermined(
            UpdateFetch.class,
            test.subject(),
            DriverResult.needed(
                driver.isEmpty()
                    ? "a driver.yaml with the action read-state"
                    : "the image 'newer' in driver.yaml"));
      } else {
        new FetchTrial(
                context, test, test.serves().orElseThrow(), driver.get(), handsOver(test, context))
            .run(newer.get());
      }
    }
  }

  /** The driver of the one mechanism that fetches there, where driver.yaml names it. */
  private static DeviceDriver by(ProbeContext context, ClientTest test, DeviceDriver driver) {
    Map<String, DeviceDriver> named =
        Mechanisms.of(context.ixit(), driver, TableRole.UPDATE_MECHANISMS, d -> true);
    named.keySet().retainAll(test.rows());
    return named.size() == 1 ? named.values().iterator().next() : driver;
  }

  /** Whether the driver knows a way to hand an image over to what fetches there. */
  private static boolean handsOver(ClientTest test, ProbeContext context) {
    Optional<DeviceDriver> driver = context.driver();
    Map<String, DeviceDriver> named =
        driver
            .map(
                d ->
                    Mechanisms.of(
                        context.ixit(),
                        d,
                        TableRole.UPDATE_MECHANISMS,
                        m -> m.offers(DriverAction.OFFER_UPDATE)))
            .orElse(Map.of());
    return named.isEmpty()
        ? driver.filter(d -> d.offers(DriverAction.OFFER_UPDATE)).isPresent()
        : named.keySet().stream().anyMatch(test.rows()::contains);
  }
}
