package dev.plumbline.probes.dtlsendpoint;

import dev.plumbline.client.datagram.UdpEndpoints;
import dev.plumbline.client.tls.CertificateFacts;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.tls.DtlsEndpoint;
import dev.plumbline.observation.tls.TlsCertificate;
import dev.plumbline.observation.tls.TlsSuites;
import dev.plumbline.observation.tls.TlsVersions;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probes.dtlsendpoint.Flight.State;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks DTLS servers for versions, cipher suites and certificate. Completes no handshake. */
public final class DtlsEndpointProbe implements Probe {
  private static final List<Class<? extends Fact>> KINDS =
      List.of(DtlsEndpoint.class, TlsVersions.class, TlsSuites.class, TlsCertificate.class);
  private static final int PORT = 5684;
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  private final ProbeSpec spec = ProbeSpec.load(DtlsEndpointProbe.class);
  private final Duration patience;

  public DtlsEndpointProbe() {
    this(PATIENCE);
  }

  DtlsEndpointProbe(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        UdpEndpoints.of(context, "dtls", PORT),
        Endpoint::toString,
        endpoint -> {
          DtlsHandshakes handshakes = new DtlsHandshakes(context, endpoint, patience);
          DtlsSurvey survey = new DtlsSurvey(handshakes);
          Optional<Flight> nothing = survey.ask();
          String subject = endpoint.toString();
          if (nothing.isEmpty()) {
            record(context, endpoint, survey, handshakes.begun());
          } else if (nothing.get().state() == State.UNREACHABLE) {
            context.seen(subject, DtlsEndpoint.portRefused());
          } else {
            String why = "Whether it speaks DTLS cannot be told: " + nothing.get().reason();
            KINDS.forEach(kind -> context.undetermined(kind, subject, why));
          }
        });
  }

  private static void record(
      ProbeContext context, Endpoint endpoint, DtlsSurvey survey, int handshakes) {
    String subject = endpoint.toString();
    context.seen(subject, survey.endpoint(handshakes));
    context.seen(subject, survey.versions());
    context.seen(subject, survey.suites(handshakes));
    if (survey.chain().isEmpty()) {
      context.undetermined(TlsCertificate.class, subject, "no certificate was shown");
      return;
    }
    Instant now = context.clock().instant();
    try {
      context.seen(subject, CertificateFacts.parse(survey.chain()).fact(now, endpoint.address()));
    } catch (CertificateException e) {
      context.undetermined(TlsCertificate.class, subject, "cannot be read: " + e.getMessage());
    }
  }
}
