package dev.plumbline.probes.mdnsservices;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.UdpEndpoints;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.MdnsServices;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.probe.LinkGroup;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks responders of multicast DNS what they announce. */
public final class MdnsServicesProbe implements Probe {

  private static final int PORT = 5353;

  private final ProbeSpec spec = ProbeSpec.load(MdnsServicesProbe.class);
  private final Disclosures disclosures = Disclosures.load();
  private final Duration patience;

  public MdnsServicesProbe() {
    this(Duration.ofMillis(1_500));
  }

  MdnsServicesProbe(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        UdpEndpoints.of(context, "mdns", PORT),
        Endpoint::toString,
        endpoint -> {
          context.progress("asking what is announced at " + endpoint, 0.5);
          DatagramClient client = new DatagramClient(context, endpoint, patience);
          Announcements announced = Announcements.of(client, patience);
          // Some hear the group alone, and their port refuses who asks directly.
          Announcements byGroup =
              announced.answered() || endpoint.port() != PORT
                  ? announced
                  : Announcements.of(client.toGroup(LinkGroup.MDNS), patience);
          record(context, endpoint.toString(), announced, byGroup);
        });
  }

  private void record(
      ProbeContext context, String subject, Announcements directly, Announcements announced) {
    boolean group = directly != announced;
    if (announced.answered()) {
      List<ServiceDisclosed.Given> facts = disclosures.in(announced.text(), context);
      context.seen(subject, announced.fact(group ? "answered" : "not asked"));
      context.seen(
          subject,
          new ServiceDisclosed(
              facts,
              List.of("announced services", "usual kinds that the list does not name"),
              Optional.of(announced.unanswered())));
    } else if (directly.refused()) {
      context.seen(subject, MdnsServices.portRefused(group ? announced.why() : "not asked"));
    } else {
      context.undetermined(
          MdnsServices.class,
          subject,
          directly.why() + "; its group: " + (group ? announced.why() : "not asked"));
    }
  }
}
