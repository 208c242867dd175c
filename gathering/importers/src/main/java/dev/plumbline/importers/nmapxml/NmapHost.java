package dev.plumbline.importers.nmapxml;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.PortScan;
import dev.plumbline.importers.shared.network.Ports;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importing.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One host of an Nmap document; keeps nothing of hosts that are not the device. */
final class NmapHost {
  private final Map<String, BitSet> asked;
  private final Instant started;
  private final boolean timedOut;
  private final Map<String, PortScan> scans = new LinkedHashMap<>();
  private final HeldFacts services = new HeldFacts();
  private String address = "";
  private String status = "";
  private boolean ours;
  private final List<Group> groups = new ArrayList<>();
  private Optional<NmapPort> port = Optional.empty();

  /** Ports that Nmap does not list one by one. */
  private record Group(String state, long count) {}

  /**
   * @param asked ports that the run asked, by transport
   */
  NmapHost(Map<String, BitSet> asked, Instant started, Map<String, String> attributes) {
    this.asked = new HashMap<>(asked);
    this.started = started;
    this.timedOut = attributes.getOrDefault("timedout", "").equals("true");
  }

  void start(String name, Map<String, String> attributes, Reading reading, int line) {
    switch (name) {
      case "status" -> status = attributes.getOrDefault("state", "");
      case "address" -> address(attributes, reading);
      case "extraports" ->
          groups.add(
              new Group(
                  attributes.getOrDefault("state", ""),
                  Fields.whole(attributes.getOrDefault("count", "")).orElse(-1)));
      case "extrareasons" -> group(attributes);
      case "port" -> port(attributes, reading, line);
      default -> {
        if (port.isPresent()) {
          port.get().start(name, attributes);
        }
      }
    }
  }

  private void address(Map<String, String> attributes, Reading reading) {
    // The hardware address may be a router's, and so names nobody.
    if (!attributes.getOrDefault("addrtype", "").equals("mac") && address.isEmpty()) {
      address = attributes.getOrDefault("addr", "");
      ours = reading.ofDevice(address);
      if (ours) {
        asked.forEach((transport, ports) -> scans.put(transport, new PortScan(transport, ports)));
      }
    }
  }

  /** Ports that Nmap does not list one by one; only refusals matter, the rest is unanswered. */
  private void group(Map<String, String> attributes) {
    PortScan scan = scans.get(attributes.getOrDefault("proto", ""));
    if (scan != null && !groups.isEmpty() && groups.getLast().state().equals("closed")) {
      scan.refused(Ports.parse(attributes.getOrDefault("ports", "")));
    }
  }

  /**
   * Nmap before 7.92 tells of a group how many ports it has and not which. One group of closed
   * ports that is as large as all that are not listed has no other.
   */
  private void unnamedGroup() {
    if (groups.size() == 1 && groups.getFirst().state().equals("closed") && scans.size() == 1) {
      scans.values().forEach(scan -> scan.restRefused(groups.getFirst().count()));
    }
  }

  private void port(Map<String, String> attributes, Reading reading, int line) {
    String transport = attributes.getOrDefault("protocol", "");
    if (!ours || !scans.containsKey(transport)) {
      return;
    }
    int number = Ports.port(attributes.getOrDefault("portid", ""));
    if (number == 0) {
      reading.leftOut("port " + attributes.getOrDefault("portid", "without a number"), line);
      return;
    }
    port = Optional.of(new NmapPort(new Endpoint(transport, address, number), started));
  }

  void end(String name, String text) {
    if (port.isEmpty()) {
      return;
    }
    port.get().end(name, text);
    if (name.equals("port")) {
      NmapPort done = port.get();
      port = Optional.empty();
      PortScan scan = scans.get(done.endpoint().transport());
      if (scan == null) {
        return;
      }
      switch (done.state()) {
        case "open" -> {
          scan.open(done.endpoint().port());
          scan.heard(done.endpoint().port(), done.protocol());
          done.tell(services);
        }
        case "closed" -> scan.refused(done.endpoint().port());
        default -> scan.listed(done.endpoint().port());
      }
    }
  }

  /** Holds what is known of the host. */
  void tell(HeldFacts facts) {
    if (!ours) {
      return;
    }
    unnamedGroup();
    if (timedOut || status.equals("down")) {
      String reason = timedOut ? "Nmap gave up on the host" : "the host did not answer";
      scans.values().forEach(s -> facts.undetermined(s.kind(), "address/" + address, reason));
      return;
    }
    scans.values().forEach(s -> s.tell(facts, address));
    facts.add(services);
  }
}
