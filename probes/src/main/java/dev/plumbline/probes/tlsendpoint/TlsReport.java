package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.tlsendpoint.Answer.Agreed;
import dev.plumbline.probes.tlsendpoint.VersionResult.State;
import dev.plumbline.probes.tlsendpoint.codec.CipherSuite;
import dev.plumbline.probes.tlsendpoint.codec.CodeBook;
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
  private static final List<String> KEYS =
      List.of(
          "tls.versions",
          "tls.suites",
          "tls.groups",
          "tls.signatures",
          "tls.certificate",
          "tls.weaknesses");

  private final ProbeContext context;
  private final Endpoint endpoint;

  TlsReport(ProbeContext context, Endpoint endpoint) {
    this.context = context;
    this.endpoint = endpoint;
  }

  /** No question has an answer. */
  void nothing(String reason) {
    KEYS.forEach(key -> context.undetermined(key, endpoint.toString(), reason));
  }

  /**
   * @param named greetings with what came of them; those without an answer are not among the names
   *     that were asked for
   */
  void versions(List<VersionResult> versions, List<Map<String, Object>> named) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("accepted", labels(versions, State.ACCEPTED));
    value.put("refused", labels(versions, State.REFUSED));
    List<String> undecided = labels(versions, State.UNDECIDED);
    if (!undecided.isEmpty()) {
      value.put("undecided", undecided);
    }
    Map<String, Object> reasons = new LinkedHashMap<>();
    versions.stream()
        .filter(v -> !v.accepted())
        .forEach(v -> reasons.put(v.version().label(), v.reason()));
    value.put("reasons", reasons);
    // What has no answer was not looked at, so that its absence cannot count for anything.
    List<String> tried = new ArrayList<>(labels(versions, State.ACCEPTED));
    tried.addAll(labels(versions, State.REFUSED));
    value.put("named", named);
    List<String> names =
        named.stream()
            .filter(n -> !"undecided".equals(n.get("answer")))
            .map(n -> String.valueOf(n.get("name")))
            .toList();
    seen("tls.versions", value, Map.of("tried", tried, "names", names), wire(versions));
  }

  void suites(List<VersionResult> versions) {
    List<VersionResult> spoken = versions.stream().filter(VersionResult::accepted).toList();
    Map<String, Object> byVersion = new LinkedHashMap<>();
    spoken.forEach(
        v ->
            byVersion.put(
                v.version().label(), v.cipherSuites().stream().map(CipherSuite::name).toList()));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put(
        "accepted",
        spoken.reversed().stream()
            .flatMap(v -> v.cipherSuites().stream())
            .map(CipherSuite::name)
            .distinct()
            .toList());
    value.put("byVersion", byVersion);
    List<Boolean> orders =
        spoken.stream().map(VersionResult::serverOrder).flatMap(Optional::stream).toList();
    if (!orders.isEmpty()) {
      value.put("serverOrder", orders.stream().allMatch(o -> o));
    }
    List<String> gaps =
        versions.stream()
            .filter(v -> v.state() != State.REFUSED && !v.complete())
            .map(v -> v.version() + ": " + v.reason())
            .toList();
    if (!gaps.isEmpty()) {
      value.put("incomplete", gaps);
    }
    int tried =
        CodeBook.CLASSIC_SUITES.size() + CodeBook.TLS13_SUITES.size() + CodeBook.SSL2_SUITES.size();
    seen(
        "tls.suites",
        value,
        Map.of("tried", (long) tried, "complete", gaps.isEmpty()),
        wire(versions));
  }

  void groups(Strikes groups, List<VersionResult> versions) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("accepted", groups.accepted().stream().map(CodeBook::group).toList());
    OptionalInt bits = SuiteWeaknesses.dhBits(versions);
    if (bits.isPresent()) {
      value.put("dhBits", (long) bits.getAsInt());
    }
    strikes("tls.groups", value, groups, versions);
  }

  void signatures(Strikes signatures, List<VersionResult> versions) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("accepted", signatures.accepted().stream().map(CodeBook::signature).toList());
    value.put("implied", SignatureSurvey.implied(versions));
    strikes("tls.signatures", value, signatures, versions);
  }

  private void strikes(
      String key, Map<String, Object> value, Strikes strikes, List<VersionResult> versions) {
    if (!strikes.gaps().isEmpty() && strikes.accepted().isEmpty()) {
      context.undetermined(key, endpoint.toString(), String.join("; ", strikes.gaps()));
      return;
    }
    if (!strikes.gaps().isEmpty()) {
      value.put("incomplete", strikes.gaps());
    }
    seen(
        key,
        value,
        Map.of(
            "tried",
            (long) strikes.tried(),
            "versions",
            strikes.versions(),
            "complete",
            strikes.gaps().isEmpty()),
        strikes.wire().or(() -> wire(versions)));
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
      context.undetermined("tls.certificate", endpoint.toString(), "no certificate was shown");
      return;
    }
    List<Map<String, Object>> all = new ArrayList<>();
    Set<String> faults = new TreeSet<>();
    Set<Digest> known = new HashSet<>();
    try {
      for (Agreed agreed : shown) {
        if (known.add(Digest.of(agreed.flight().chain().getFirst()))) {
          Map<String, Object> facts =
              CertificateFacts.parse(agreed.flight().chain()).facts(now, endpoint.address());
          all.add(facts);
          ((List<?>) facts.getOrDefault("faults", List.of()))
              .forEach(f -> faults.add(String.valueOf(f)));
        }
      }
    } catch (CertificateException e) {
      context.undetermined(
          "tls.certificate", endpoint.toString(), "cannot be read: " + e.getMessage());
      return;
    }
    Map<String, Object> value = new LinkedHashMap<>(all.getFirst());
    value.put("faults", List.copyOf(faults));
    if (all.size() > 1) {
      value.put("others", all.subList(1, all.size()));
    }
    seen(
        "tls.certificate",
        value,
        Map.of("checkedOn", CertificateFacts.day(now).toString()),
        Optional.of(shown.getFirst().wire()));
  }

  void weaknesses(Weaknesses weaknesses, int connections) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("found", weaknesses.found());
    value.put("absent", weaknesses.absent());
    value.put("undecided", weaknesses.undecided());
    List<String> tried =
        Stream.of(weaknesses.found(), weaknesses.absent()).flatMap(List::stream).sorted().toList();
    seen(
        "tls.weaknesses",
        value,
        Map.of("tried", tried, "connections", (long) connections),
        weaknesses.wire());
  }

  private void seen(
      String key, Map<String, ?> value, Map<String, ?> coverage, Optional<Wire> wire) {
    if (wire.isPresent()) {
      context.seen(key, endpoint.toString(), value, coverage, wire.get());
    } else {
      context.seen(key, endpoint.toString(), value, coverage);
    }
  }

  /** The connection with the oldest version that was agreed on: it tells most. */
  private static Optional<Wire> wire(List<VersionResult> versions) {
    return versions.stream().flatMap(v -> v.agreements().stream()).map(Agreed::wire).findFirst();
  }

  private static List<String> labels(List<VersionResult> versions, State state) {
    return versions.stream().filter(v -> v.state() == state).map(v -> v.version().label()).toList();
  }
}
