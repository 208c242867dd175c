package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.tls.CertificateFacts;
import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.tls.TlsCertificate;
import dev.plumbline.observation.tls.TlsGroups;
import dev.plumbline.observation.tls.TlsSignatures;
import dev.plumbline.observation.tls.TlsSuites;
import dev.plumbline.observation.tls.TlsVersions;
import dev.plumbline.observation.tls.TlsWeaknesses;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import dev.plumbline.probes.tlsendpoint.VersionResult.State;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Records what was found about one endpoint. */
final class TlsReport {
  private static final List<Class<? extends Fact>> KINDS =
      List.of(
          TlsVersions.class,
          TlsSuites.class,
          TlsGroups.class,
          TlsSignatures.class,
          TlsCertificate.class,
          TlsWeaknesses.class);

  private final ProbeContext context;
  private final Endpoint endpoint;

  TlsReport(ProbeContext context, Endpoint endpoint) {
    this.context = context;
    this.endpoint = endpoint;
  }

  /** No question has an answer. */
  void nothing(String reason) {
    KINDS.forEach(kind -> context.undetermined(kind, endpoint.toString(), reason));
  }

  /**
   * @param named greetings with what came of them; those without an answer are not among the names
   *     that were asked for
   */
  void versions(List<VersionResult> versions, List<TlsVersions.Named> named) {
    List<String> undecided = labels(versions, State.UNDECIDED);
    Map<String, String> reasons = new LinkedHashMap<>();
    versions.stream()
        .filter(v -> !v.accepted())
        .forEach(v -> reasons.put(v.version().label(), v.reason()));
    // What has no answer was not looked at, so that its absence cannot count for anything.
    List<String> tried = new ArrayList<>(labels(versions, State.ACCEPTED));
    tried.addAll(labels(versions, State.REFUSED));
    List<String> names =
        named.stream()
            .filter(n -> !n.answer().equals("undecided"))
            .map(TlsVersions.Named::name)
            .toList();
    seen(
        new TlsVersions(
            labels(versions, State.ACCEPTED),
            labels(versions, State.REFUSED),
            some(undecided),
            Optional.of(reasons),
            Optional.of(named),
            tried,
            Optional.of(names)),
        wire(versions));
  }

  void suites(List<VersionResult> versions) {
    List<VersionResult> spoken = versions.stream().filter(VersionResult::accepted).toList();
    Map<String, List<String>> byVersion = new LinkedHashMap<>();
    spoken.forEach(
        v ->
            byVersion.put(
                v.version().label(), v.cipherSuites().stream().map(CipherSuite::name).toList()));
    List<String> accepted =
        spoken.reversed().stream()
            .flatMap(v -> v.cipherSuites().stream())
            .map(CipherSuite::name)
            .distinct()
            .toList();
    List<Boolean> orders =
        spoken.stream().map(VersionResult::serverOrder).flatMap(Optional::stream).toList();

    List<String> gaps =
        versions.stream()
            .filter(v -> v.state() != State.REFUSED && !v.complete())
            .map(v -> v.version() + ": " + v.reason())
            .toList();
    int tried =
        CodeBook.CLASSIC_SUITES.size() + CodeBook.TLS13_SUITES.size() + CodeBook.SSL2_SUITES.size();
    seen(
        new TlsSuites(
            accepted,
            byVersion,
            orders.isEmpty() ? Optional.empty() : Optional.of(orders.stream().allMatch(o -> o)),
            some(gaps),
            tried,
            gaps.isEmpty()),
        wire(versions));
  }

  void groups(AcceptedOptions groups, List<VersionResult> versions) {
    if (unanswered(TlsGroups.class, groups)) {
      return;
    }
    OptionalInt bits = SuiteWeaknesses.dhBits(versions);
    seen(
        new TlsGroups(
            groups.accepted().stream().map(CodeBook::group).toList(),
            bits.isPresent() ? Optional.of(bits.getAsInt()) : Optional.empty(),
            some(groups.gaps()),
            groups.tried(),
            Optional.of(groups.versions()),
            groups.gaps().isEmpty()),
        groups.wire().or(() -> wire(versions)));
  }

  void signatures(AcceptedOptions signatures, List<VersionResult> versions) {
    if (unanswered(TlsSignatures.class, signatures)) {
      return;
    }
    seen(
        new TlsSignatures(
            signatures.accepted().stream().map(CodeBook::signature).toList(),
            SignatureSurvey.implied(versions),
            some(signatures.gaps()),
            signatures.tried(),
            Optional.of(signatures.versions()),
            signatures.gaps().isEmpty()),
        signatures.wire().or(() -> wire(versions)));
  }

  /** Records that nothing is known, where all that was asked for stayed without an answer. */
  private boolean unanswered(Class<? extends Fact> kind, AcceptedOptions strikes) {
    if (strikes.gaps().isEmpty() || !strikes.accepted().isEmpty()) {
      return false;
    }
    context.undetermined(kind, endpoint.toString(), String.join("; ", strikes.gaps()));
    return true;
  }

  private static Optional<List<String>> some(List<String> gaps) {
    return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps);
  }

  /** The first certificate in full; a fault of any that the endpoint serves counts. */
  void certificate(List<VersionResult> versions, Optional<Agreed> tls13, List<Agreed> named) {
    Instant now = context.clock().instant();
    List<Agreed> shown =
        Stream.of(
                tls13.stream(),
                versions.reversed().stream()
                    .map(VersionResult::agreements)
                    .flatMap(Collection::stream),
                named.stream())
            .flatMap(s -> s)
            .filter(a -> !a.flight().chain().isEmpty())
            .toList();
    if (shown.isEmpty()) {
      context.undetermined(TlsCertificate.class, endpoint.toString(), "no certificate was shown");
      return;
    }
    List<TlsCertificate> all = new ArrayList<>();
    Set<String> faults = new TreeSet<>();
    Set<Digest> known = new HashSet<>();
    try {
      for (Agreed agreed : shown) {
        if (known.add(Digest.of(agreed.flight().chain().getFirst()))) {
          TlsCertificate fact =
              CertificateFacts.parse(agreed.flight().chain()).fact(now, endpoint.address());
          all.add(fact);
          faults.addAll(fact.faults());
        }
      }
    } catch (CertificateException e) {
      context.undetermined(
          TlsCertificate.class, endpoint.toString(), "cannot be read: " + e.getMessage());
      return;
    }
    List<TlsCertificate.Other> others = all.stream().skip(1).map(TlsCertificate::asOther).toList();
    seen(all.getFirst().with(List.copyOf(faults), others), Optional.of(shown.getFirst().wire()));
    given(shown.getFirst());
  }

  /** A certificate is shown to everybody; a maker may write into it what it likes. */
  private void given(Agreed agreed) {
    try {
      String words = CertificateFacts.parse(agreed.flight().chain()).ownExtensions();
      List<ServiceDisclosed.Given> facts = Disclosures.load().in(words, context);
      if (facts.stream().anyMatch(ServiceDisclosed.Given::relevant)) {
        GivenAway.record(
            context,
            "tls-endpoint",
            endpoint,
            facts,
            List.of("extensions of the certificate"),
            Optional.of(agreed.wire()));
      }
    } catch (CertificateException e) {
      throw new IllegalStateException("was read before", e);
    }
  }

  void weaknesses(Weaknesses weaknesses, int connections) {
    List<String> tried =
        Stream.of(weaknesses.found(), weaknesses.absent()).flatMap(List::stream).sorted().toList();
    seen(
        new TlsWeaknesses(
            weaknesses.found(),
            weaknesses.absent(),
            weaknesses.undecided(),
            tried,
            Optional.of((long) connections)),
        weaknesses.wire());
  }

  private void seen(Fact fact, Optional<Wire> wire) {
    context.seen(endpoint.toString(), fact, wire);
  }

  /** The connection with the oldest version that was agreed on: it tells most. */
  private static Optional<Wire> wire(List<VersionResult> versions) {
    return versions.stream().flatMap(v -> v.agreements().stream()).map(Agreed::wire).findFirst();
  }

  private static List<String> labels(List<VersionResult> versions, State state) {
    return versions.stream().filter(v -> v.state() == state).map(v -> v.version().label()).toList();
  }
}
