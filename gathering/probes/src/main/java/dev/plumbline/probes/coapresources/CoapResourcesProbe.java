package dev.plumbline.probes.coapresources;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.UdpEndpoints;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.ports.DeclaredServices;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.CoapResources;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probes.coapresources.CoapClient.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks CoAP servers for the list of their resources, and reads these without a login. */
public final class CoapResourcesProbe implements Probe {

  private static final int PORT = 5683;

  /** Where DTLS is due (RFC 7252, section 12.7); a server there may have left it out. */
  private static final int SECURE_PORT = 5684;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ProbeSpec spec = ProbeSpec.load(CoapResourcesProbe.class);
  private final Duration patience;

  public CoapResourcesProbe() {
    this(PATIENCE);
  }

  CoapResourcesProbe(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Disclosures disclosures = Disclosures.load();
    Set<Endpoint> endpoints = new TreeSet<>(UdpEndpoints.of(context, "coap", PORT));
    endpoints.addAll(UdpEndpoints.of(context, "coap", SECURE_PORT));
    context.each(
        endpoints,
        Endpoint::toString,
        endpoint -> {
          CoapClient client =
              new CoapClient(
                  new DatagramClient(context, endpoint, patience),
                  patience.dividedBy(2),
                  (int) context.clock().millis());
          ServerResources resources =
              new ServerResources(client, DeclaredServices.paths(context, endpoint));
          Optional<Result> nothing = resources.ask();
          if (nothing.isEmpty()) {
            record(context, endpoint, resources, disclosures);
          } else if (nothing.get().refused()) {
            context.seen(endpoint.toString(), CoapResources.portRefused());
          } else {
            context.undetermined(
                CoapResources.class,
                endpoint.toString(),
                "Whether it speaks CoAP cannot be told: " + nothing.get().why());
          }
        });
  }

  private void record(
      ProbeContext context, Endpoint endpoint, ServerResources resources, Disclosures disclosures) {
    GivenAway.record(
        context,
        spec.id(),
        endpoint,
        disclosures.in(resources.text(), context),
        List.of("resources"),
        resources.unread(),
        Optional.empty());
    context.seen(endpoint.toString(), resources.fact());
  }
}
