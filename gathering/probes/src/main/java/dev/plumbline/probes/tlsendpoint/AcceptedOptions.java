package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was accepted when options were offered, struck out and offered again; grows while asked. */
final class AcceptedOptions {
  private final Set<Integer> accepted = new LinkedHashSet<>();
  private final Set<ProtocolVersion> versions = new LinkedHashSet<>();
  private final List<String> broken = new ArrayList<>();
  private final List<Agreed> agreements = new ArrayList<>();
  private int tried;

  void asked(ProtocolVersion version, int options) {
    versions.add(version);
    tried = Math.max(tried, options);
  }

  void add(int code, Agreed agreed) {
    accepted.add(code);
    agreements.add(agreed);
  }

  /** Some options have no answer. */
  void broken(String reason) {
    broken.add(reason);
  }

  List<Integer> accepted() {
    return List.copyOf(accepted);
  }

  List<String> versions() {
    return versions.stream().map(ProtocolVersion::label).toList();
  }

  int tried() {
    return tried;
  }

  /** Why some options have no answer; empty when all have one. */
  List<String> gaps() {
    return List.copyOf(broken);
  }

  Optional<Wire> wire() {
    return agreements.stream().findFirst().map(Agreed::wire);
  }
}
