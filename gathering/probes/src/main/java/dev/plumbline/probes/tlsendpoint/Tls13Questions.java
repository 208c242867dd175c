package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.keyagreement.EphemeralKey;
import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.Codes;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Questions whose answer TLS 1.3 protects; for them a key of ours has to fit the server. */
final class Tls13Questions {
  private final Interrogation interrogation;
  private final List<Integer> suites;
  private final Optional<EphemeralKey> key;

  private Tls13Questions(
      Interrogation interrogation, List<Integer> suites, Optional<EphemeralKey> key) {
    this.interrogation = interrogation;
    this.suites = List.copyOf(suites);
    this.key = key;
  }

  /** Takes what the surveys found: a suite and a group that both sides have. */
  static Tls13Questions of(
      Interrogation interrogation, List<VersionResult> versions, AcceptedOptions groups) {
    List<Integer> suites =
        versions.stream()
            .filter(v -> v.accepted() && v.version() == ProtocolVersion.TLS13)
            .flatMap(v -> v.suites().stream())
            .filter(Tls13Keys.SUITES::contains)
            .toList();
    Optional<EphemeralKey> key =
        groups.accepted().stream().map(EphemeralKey::in).flatMap(Optional::stream).findFirst();
    return new Tls13Questions(interrogation, suites, suites.isEmpty() ? Optional.empty() : key);
  }

  /** Asks with a hello that the caller changes. */
  HelloResult ask(UnaryOperator<ClientHello> change) throws InterruptedException {
    if (key.isEmpty()) {
      return new HelloResult.Unclear("no key exchange of TLS 1.3 that could be computed");
    }
    ClientHello hello =
        Hellos.tls13(suites, Codes.keyShare(key.get().group(), key.get().share()))
            .with(ClientHello.EXT_GROUPS, Codes.list(List.of(key.get().group())));
    HelloResult answer = interrogation.ask(change.apply(hello), key.get());
    return answer instanceof Agreed agreed && Asker.isRetry(agreed.flight())
        ? new HelloResult.Unclear("wants another key again and again")
        : answer;
  }
}
