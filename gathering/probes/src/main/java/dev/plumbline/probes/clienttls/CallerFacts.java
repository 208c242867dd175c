package dev.plumbline.probes.clienttls;

import dev.plumbline.client.standin.CallOutcome;
import dev.plumbline.client.standin.CallOutcome.Outcome;
import dev.plumbline.client.standin.Offer;
import dev.plumbline.client.standin.ServerVariant;
import dev.plumbline.observation.tls.TlsClient;
import dev.plumbline.probe.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What the meetings tell about the device, in the words of the observation.
 *
 * @param control whether the device took the faultless server at the beginning and at the end
 * @param clear calls in clear text
 */
record CallerFacts(List<CallOutcome> meetings, int calls, boolean control, ClearCalls clear) {
  CallerFacts {
    meetings = List.copyOf(meetings);
  }

  /** These facts, if the device's offer could be read at all, or it spoke in clear text. */
  Optional<CallerFacts> offered() {
    return clear.any() || meetings.stream().anyMatch(m -> m.offer().isPresent())
        ? Optional.of(this)
        : Optional.empty();
  }

  TlsClient fact(List<ServerVariant> faces) {
    Map<String, String> reasons = new LinkedHashMap<>();
    meetings.forEach(m -> reasons.put(m.face().text(), m.reason()));
    List<String> tried =
        meetings.stream()
            .filter(m -> m.outcome() != Outcome.UNDECIDED && isJudged(m.face()))
            .map(m -> m.face().text())
            .toList();
    boolean versionsComplete =
        offers().anyMatch(Offer::versionsListed)
            || faces.stream()
                .filter(f -> f.only().isPresent())
                .allMatch(f -> tried.contains(f.text()));
    boolean complete =
        faces.contains(ServerVariant.TRUSTED)
            && faces.stream()
                .filter(f -> f.only().isEmpty() && isJudged(f))
                .allMatch(f -> tried.contains(f.text()));
    return new TlsClient(
        calls,
        offers().flatMap(o -> o.serverName().stream()).findFirst(),
        versions(),
        all(Offer::suites),
        all(Offer::groups),
        all(Offer::signatures),
        faces(Outcome.ACCEPTED),
        faces(Outcome.REFUSED),
        faces(Outcome.UNDECIDED),
        revoked(),
        Optional.of(clear.said()),
        reasons,
        meetings.stream().flatMap(m -> m.caller().stream()).findFirst().flatMap(CallerFacts::key),
        tried,
        Optional.of(clear.ports()),
        control,
        versionsComplete,
        complete);
  }

  /** The call that tells most: one that took a face with a fault, else the first with an offer. */
  Optional<Wire> shownBy() {
    return meetings.stream()
        .filter(m -> m.outcome() == Outcome.ACCEPTED && m.face() != ServerVariant.TRUSTED)
        .findFirst()
        .or(() -> meetings.stream().filter(m -> m.offer().isPresent()).findFirst())
        .flatMap(CallOutcome::wire)
        .or(clear::shownBy);
  }

  private java.util.stream.Stream<Offer> offers() {
    return meetings.stream().flatMap(m -> m.offer().stream());
  }

  /** Offered, or agreed to. */
  private List<String> versions() {
    Set<String> versions = new LinkedHashSet<>();
    offers().forEach(o -> versions.addAll(o.versions()));
    meetings.forEach(m -> m.agreed().ifPresent(versions::add));
    return List.copyOf(versions);
  }

  private List<String> all(Function<Offer, List<String>> part) {
    return offers().flatMap(o -> part.apply(o).stream()).distinct().toList();
  }

  private List<String> faces(Outcome outcome) {
    return meetings.stream()
        .filter(m -> m.outcome() == outcome && isJudged(m.face()))
        .map(CallOutcome::face)
        .sorted()
        .map(ServerVariant::text)
        .toList();
  }

  /** Whether acceptance and refusal of the face are good or bad whatever the device promises. */
  private static boolean isJudged(ServerVariant face) {
    return face == ServerVariant.TRUSTED || face.isWrongByItself();
  }

  /**
   * What the device made of a withdrawn certificate. A refusal counts where the same server was
   * taken that handed out a good status; without that it may be any status that is refused.
   */
  private Optional<String> revoked() {
    boolean takesGood =
        control
            && meetings.stream()
                .anyMatch(
                    m ->
                        m.face() == ServerVariant.TRUSTED
                            && m.stapled()
                            && m.outcome() == Outcome.ACCEPTED);
    return meetings.stream()
        .filter(m -> m.face() == ServerVariant.REVOKED)
        .map(m -> m.outcome() == Outcome.REFUSED && !takesGood ? Outcome.UNDECIDED : m.outcome())
        .map(o -> o.name().toLowerCase(Locale.ROOT))
        .findFirst();
  }

  /** Such as {@code EC-256}. */
  private static Optional<String> key(X509CertificateHolder certificate) {
    try {
      PublicKey key =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()))
              .getPublicKey();
      return Optional.of(
          switch (key) {
            case ECPublicKey ec -> "EC-" + ec.getParams().getOrder().bitLength();
            case RSAPublicKey rsa -> "RSA-" + rsa.getModulus().bitLength();
            default -> key.getAlgorithm();
          });
    } catch (CertificateException | IOException e) {
      return Optional.empty();
    }
  }
}
