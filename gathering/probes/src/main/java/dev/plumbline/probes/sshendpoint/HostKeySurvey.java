package dev.plumbline.probes.sshendpoint;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.ssh.SshHostKeys;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for the host key of each kind. The kinds of RSA differ in the hash, not in the key. */
final class HostKeySurvey {
  private static final int MAX_KINDS = 12;

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final Map<String, String> left = new LinkedHashMap<>();
  private final List<HostKey> found = new ArrayList<>();
  private final List<String> tried = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();
  private Optional<Wire> wire = Optional.empty();

  HostKeySurvey(ProbeContext context, Endpoint endpoint) {
    this.context = context;
    this.endpoint = endpoint;
  }

  /** Takes the algorithms that the server offers. */
  void plan(List<String> offered) {
    offered.forEach(algorithm -> left.putIfAbsent(family(algorithm), algorithm));
  }

  private static String family(String algorithm) {
    return switch (algorithm) {
      case "ssh-rsa", "rsa-sha2-256", "rsa-sha2-512" -> "rsa";
      default -> algorithm;
    };
  }

  /** Asks for the first kind on a connection that goes on. */
  KeyExchange.Result askFirst(SshDialogue dialogue) throws IOException {
    if (left.isEmpty()) {
      throw new SshFormatException("offers no host key");
    }
    String kind = left.keySet().iterator().next();
    String algorithm = left.get(kind);
    left.remove(kind);
    try {
      return ask(dialogue, String.valueOf(algorithm));
    } catch (IOException e) {
      note(String.valueOf(algorithm), e);
      throw e;
    }
  }

  /** Asks for the other kinds, one connection each. */
  void askTheRest() throws InterruptedException {
    for (String algorithm : List.copyOf(left.values())) {
      if (tried.size() + gaps.size() >= MAX_KINDS) {
        gaps.add("more than " + MAX_KINDS + " kinds are offered");
        return;
      }
      try (SshDialogue dialogue = SshDialogue.open(context, endpoint)) {
        ask(dialogue, algorithm);
      } catch (IOException e) {
        note(algorithm, e);
      }
    }
  }

  private KeyExchange.Result ask(SshDialogue dialogue, String algorithm) throws IOException {
    KeyExchange.Result result = dialogue.exchangeKeys(algorithm);
    found.add(HostKey.parse(result.hostKey()));
    tried.add(algorithm);
    wire = wire.or(() -> Optional.of(dialogue.wire()));
    return result;
  }

  private void note(String algorithm, IOException e) {
    gaps.add(algorithm + ": " + SshEndpointProbe.reason(e));
  }

  String reason() {
    return gaps.isEmpty() ? "none is offered" : String.join("; ", gaps);
  }

  /** A connection on which a key was shown. */
  Optional<Wire> wire() {
    return wire;
  }

  SshHostKeys fact() {
    return new SshHostKeys(
        found.stream().map(HostKey::fact).toList(),
        gaps.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(gaps)),
        List.copyOf(tried),
        gaps.isEmpty());
  }
}
