package dev.plumbline.probes.clienttls;

import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.observation.tls.TlsClient;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;

/** Stands in for the device's servers, with good and bad certificates. */
public final class ClientTlsProbe implements Probe {
  private final ProbeSpec spec = ProbeSpec.load(ClientTlsProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    if (context.product().clients().isEmpty()) {
      context.undetermined(
          TlsClient.class,
          "DUT",
          "product.yaml names no server of the device that Plumbline may stand in for (test.clients)");
    }
    context.each(
        context.product().clients(),
        ClientTest::subject,
        test -> new ServerVariantTrial(context, test).run());
  }
}
