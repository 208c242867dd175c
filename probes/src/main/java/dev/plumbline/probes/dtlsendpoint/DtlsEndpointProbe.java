package dev.plumbline.probes.dtlsendpoint;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probes.datagram.UdpEndpoints;
import dev.plumbline.probes.dtlsendpoint.Flight.State;
import dev.plumbline.probes.tlsendpoint.CertificateFacts;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks DTLS servers for versions, cipher suites and certificate. Completes no handshake. */
public final class DtlsEndpointProbe implements Probe {
  private static final String ENDPOINT = "dtls.endpoint";
  private static final String CERTIFICATE = "tls.certificate";
  private static final List<String> OTHERS = List.of("tls.versions", "tls.suites", CERTIFICATE);
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
    for (Endpoint endpoint : UdpEndpoints.of(context, "dtls", PORT)) {
      Handshakes handshakes = new Handshakes(context, endpoint, patience);
      DtlsSurvey survey = new DtlsSurvey(handshakes);
      Optional<Flight> nothing = survey.ask();
      String subject = endpoint.toString();
      if (nothing.isEmpty()) {
        record(context, endpoint, survey, handshakes.begun());
      } else if (nothing.get().state() == State.UNREACHABLE) {
        context.seen(ENDPOINT, subject, Map.of("present", false), Map.of("refused", true));
      } else {
        String why = "Whether it speaks DTLS cannot be told: " + nothing.get().reason();
        context.undetermined(ENDPOINT, subject, why);
        OTHERS.forEach(key -> context.undetermined(key, subject, why));
      }
    }
  }

  private static void record(
      ProbeContext context, Endpoint endpoint, DtlsSurvey survey, int handshakes) {
    String subject = endpoint.toString();
    context.seen(ENDPOINT, subject, survey.endpoint(), Map.of("handshakes", handshakes));
    context.seen("tls.versions", subject, survey.versions(), Map.of("tried", survey.tried()));
    context.seen(
        "tls.suites",
        subject,
        survey.suites(),
        Map.of("tried", handshakes, "complete", survey.complete()));
    if (survey.chain().isEmpty()) {
      context.undetermined(CERTIFICATE, subject, "no certificate was shown");
      return;
    }
    Instant now = context.clock().instant();
    try {
      context.seen(
          CERTIFICATE,
          subject,
          CertificateFacts.parse(survey.chain()).facts(now, endpoint.address()),
          Map.of("checkedOn", now.atZone(ZoneOffset.UTC).toLocalDate().toString()));
    } catch (CertificateException e) {
      context.undetermined(CERTIFICATE, subject, "cannot be read: " + e.getMessage());
    }
  }
}
