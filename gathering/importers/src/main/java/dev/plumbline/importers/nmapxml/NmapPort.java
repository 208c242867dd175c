package dev.plumbline.importers.nmapxml;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.observation.network.ServiceIdentified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One port of an Nmap document: its state, its service, and the scripts that tell facts. */
final class NmapPort {
  private final Endpoint endpoint;
  private final Instant seen;
  private final List<ScriptTable> scripts = new ArrayList<>();
  private Map<String, String> service = Map.of();
  private String state = "";
  private Optional<ScriptTable> script = Optional.empty();

  NmapPort(Endpoint endpoint, Instant seen) {
    this.endpoint = endpoint;
    this.seen = seen;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  String state() {
    return state;
  }

  /** What was recognised by talking to it; a guess from the port number is none. */
  String protocol() {
    return identified() ? NmapProtocols.of(service) : "unknown";
  }

  void start(String name, Map<String, String> attributes) {
    switch (name) {
      case "state" -> state = attributes.getOrDefault("state", "");
      case "service" -> service = Map.copyOf(attributes);
      case "script" ->
          script =
              Optional.of(
                  new ScriptTable(
                      attributes.getOrDefault("id", ""), attributes.getOrDefault("output", "")));
      case "table", "elem" -> script.ifPresent(s -> s.start(attributes.getOrDefault("key", "")));
      default -> {}
    }
  }

  void end(String name, String text) {
    switch (name) {
      case "table" -> script.ifPresent(ScriptTable::endTable);
      case "elem" -> script.ifPresent(s -> s.endElement(text));
      case "script" -> {
        script.ifPresent(scripts::add);
        script = Optional.empty();
      }
      default -> {}
    }
  }

  private boolean identified() {
    return "probed".equals(service.get("method"));
  }

  /** Holds the service and what scripts found. */
  void tell(HeldFacts facts) {
    if (identified()) {
      service(facts);
    }
    EndpointFindings findings = new EndpointFindings();
    for (ScriptTable done : scripts) {
      NmapScripts.tell(done, endpoint, service, seen, facts)
          .forEach(f -> findings.add(endpoint.toString(), f));
    }
    findings.tell(facts, Tried.UNTOLD.tests(scripts.stream().map(ScriptTable::id).toList()));
  }

  private void service(HeldFacts facts) {
    String name = service.getOrDefault("name", "");
    if (name.equals("tcpwrapped")) {
      facts.undetermined(
          ServiceIdentified.class, endpoint.toString(), "it closes each connection without a word");
      return;
    }
    facts.seen(
        endpoint.toString(),
        new ServiceIdentified(
            NmapProtocols.of(service),
            NmapProtocols.isEncrypted(service),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(service.get("product")).filter(p -> !p.isEmpty()),
            Optional.ofNullable(service.get("version")).filter(v -> !v.isEmpty()),
            List.of("version detection of Nmap"),
            Optional.empty()));
  }
}
