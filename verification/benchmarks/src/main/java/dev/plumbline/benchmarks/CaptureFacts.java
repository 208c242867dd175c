package dev.plumbline.benchmarks;

import dev.plumbline.capture.PcapImporter;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.importing.ImportRun;
import dev.plumbline.importing.Importers;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficNames;
import dev.plumbline.observation.traffic.TrafficTls;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a program says of a capture.
 *
 * @param flows bytes sent and received by the device, for each peer and port
 * @param names asked of DNS, and sent in ClientHello with whom they were sent to
 */
record CaptureFacts(SortedMap<String, Long> flows, SortedSet<String> names) {
  /** Fields that tshark is asked for, in the order in which it writes them. */
  static final List<String> FIELDS =
      List.of(
          "ip.src",
          "ip.dst",
          "ip.len",
          "tcp.srcport",
          "tcp.dstport",
          "udp.srcport",
          "udp.dstport",
          "dns.flags.response",
          "dns.qry.name",
          "tls.handshake.extensions_server_name");

  static CaptureFacts ofTshark(String output, String device) {
    SortedMap<String, Long> flows = new TreeMap<>();
    SortedSet<String> names = new TreeSet<>();
    output
        .lines()
        .map(l -> l.split("\t", -1))
        .forEach(
            f -> {
              boolean out = f[0].equals(device);
              boolean tcp = !f[3].isEmpty();
              String port = tcp ? f[out ? 4 : 3] : f[out ? 6 : 5];
              String peer = (tcp ? "tcp/" : "udp/") + f[out ? 1 : 0] + "/" + port;
              flows.merge(peer + (out ? " sent" : " received"), Long.parseLong(f[2]), Long::sum);
              if (!f[8].isEmpty() && f[7].matches("0|False")) {
                names.add("dns " + f[8]);
              }
              if (!f[9].isEmpty()) {
                names.add("tls " + f[9] + " " + peer);
              }
            });
    return new CaptureFacts(flows, names);
  }

  static CaptureFacts ofOurs(Path file, String device) {
    SortedMap<String, Long> flows = new TreeMap<>();
    SortedSet<String> names = new TreeSet<>();
    for (Observation o : observations(file, device)) {
      o.as(TrafficFlows.class).ifPresent(t -> t.flows().forEach(f -> flow(f, flows)));
      o.as(TrafficNames.class)
          .ifPresent(t -> t.asked().forEach(n -> names.add(n.source() + " " + n.name())));
      o.as(TrafficTls.class).stream()
          .flatMap(t -> t.handshakes().stream())
          .flatMap(h -> h.sni().stream())
          .forEach(sni -> names.add("tls " + sni + " " + o.subject()));
    }
    return new CaptureFacts(flows, names);
  }

  private static void flow(TrafficFlows.Flow flow, SortedMap<String, Long> flows) {
    String peer = flow.transport() + "/" + flow.peer() + "/" + flow.port();
    flows.merge(peer + " sent", flow.bytesOut(), Long::sum);
    flows.merge(peer + " received", flow.bytesIn(), Long::sum);
  }

  private static List<Observation> observations(Path file, String device) {
    Product product =
        new Product(
            "3.1.3",
            "",
            "",
            "",
            "",
            "1",
            "1",
            "initialized",
            "",
            "",
            List.of(new Product.Target(device, List.of(), Place.of("product.yaml"))),
            Optional.empty(),
            List.of(),
            new Product.LoginBudget(0, 0),
            List.of(),
            List.of(),
            Place.of("product.yaml"));
    return new ImportRun(new Importers(List.of(new PcapImporter())), product, new Ixit(Map.of()))
        .read(file, Optional.of("pcap"), Digest.of("none"), "run", Instant.EPOCH, (at, of) -> {})
        .observations();
  }

  /** How many flows and names differ; empty where all agree. */
  Optional<String> differences(CaptureFacts other) {
    long flowsThatDiffer =
        flows.entrySet().stream()
                .filter(e -> !e.getValue().equals(other.flows.get(e.getKey())))
                .count()
            + other.flows.keySet().stream().filter(k -> !flows.containsKey(k)).count();
    SortedSet<String> odd = new TreeSet<>(names);
    odd.removeAll(other.names);
    long more = other.names.stream().filter(n -> !names.contains(n)).count();
    return flowsThatDiffer + odd.size() + more == 0
        ? Optional.empty()
        : Optional.of(flowsThatDiffer + " flows and " + (odd.size() + more) + " names differ");
  }

  @Override
  public String toString() {
    return flows.size() / 2 + " flows with their bytes, " + names.size() + " names";
  }
}
