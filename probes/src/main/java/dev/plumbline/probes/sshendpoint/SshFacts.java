package dev.plumbline.probes.sshendpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of {@code ssh.algorithms}. */
final class SshFacts {
  /** Stands for all that the first protocol fixes: an empty list could be taken for a good one. */
  private static final List<String> FIRST = List.of("ssh-1");

  private SshFacts() {}

  static Map<String, Object> algorithms(Identification server, KexInit init, boolean first) {
    Map<String, Object> value = identification(server, first);
    value.put("kex", init.kex().stream().filter(SshFacts::isAlgorithm).toList());
    value.put("hostKey", init.hostKey());
    value.put("ciphers", KexInit.merged(init.ciphersOut(), init.ciphersIn()));
    value.put("macs", KexInit.merged(init.macsOut(), init.macsIn()));
    value.put("compression", KexInit.merged(init.compressionOut(), init.compressionIn()));
    value.put("extensions", init.kex().stream().filter(name -> !isAlgorithm(name)).toList());
    return value;
  }

  static Map<String, Object> firstProtocolAlone(Identification server) {
    Map<String, Object> value = identification(server, true);
    List.of("kex", "hostKey", "ciphers", "macs", "compression").forEach(k -> value.put(k, FIRST));
    return value;
  }

  private static Map<String, Object> identification(Identification server, boolean first) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("banner", server.line());
    value.put("software", server.software());
    value.put("protocol", server.protocol());
    value.put("ssh1", first);
    return value;
  }

  /** Some names in the list are signals to the other side (RFC 8308, and OpenSSH's strict mode). */
  private static boolean isAlgorithm(String name) {
    return !name.startsWith("ext-info-") && !name.startsWith("kex-strict-");
  }
}
