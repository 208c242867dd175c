package dev.plumbline.probes.sshendpoint;

import dev.plumbline.core.ssh.SshSignals;
import dev.plumbline.observation.ssh.SshAlgorithms;
import java.util.List;
import java.util.Optional;

/** What a server offers, as a fact. */
final class SshFacts {
  /** Stands for all that the first protocol fixes: an empty list could be taken for a good one. */
  private static final List<String> FIRST = List.of("ssh-1");

  private SshFacts() {}

  static SshAlgorithms algorithms(Identification server, KexInit init, boolean first) {
    return new SshAlgorithms(
        Optional.of(server.line()),
        Optional.of(server.software()),
        Optional.of(server.protocol()),
        init.kex().stream().filter(SshFacts::isAlgorithm).toList(),
        init.hostKey(),
        KexInit.merged(init.ciphersOut(), init.ciphersIn()),
        KexInit.merged(init.macsOut(), init.macsIn()),
        KexInit.merged(init.compressionOut(), init.compressionIn()),
        Optional.of(init.kex().stream().filter(name -> !isAlgorithm(name)).toList()),
        first,
        Optional.empty());
  }

  static SshAlgorithms firstProtocolAlone(Identification server) {
    return new SshAlgorithms(
        Optional.of(server.line()),
        Optional.of(server.software()),
        Optional.of(server.protocol()),
        FIRST,
        FIRST,
        FIRST,
        FIRST,
        FIRST,
        Optional.empty(),
        true,
        Optional.empty());
  }

  /** Some names in the list are signals to the other side (RFC 8308, and OpenSSH's strict mode). */
  private static boolean isAlgorithm(String name) {
    return !SshSignals.isSignal(name);
  }
}
