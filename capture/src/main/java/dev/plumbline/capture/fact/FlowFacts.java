package dev.plumbline.capture.fact;

import dev.plumbline.capture.flow.Volumes;
import dev.plumbline.capture.net.Address;
import dev.plumbline.capture.say.Notes;
import dev.plumbline.capture.say.Service;
import dev.plumbline.importing.Reading;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Flows, contacts and served ports. */
record FlowFacts(Ledger ledger, Notes notes, CoverageNote coverage) {
  private static final int MOST_FLOWS = 1_000;
  private static final int FEW = 20;

  void tell(Reading reading) {
    flows(reading);
    Map<Service, Map<Row.Key, Row>> services = new LinkedHashMap<>();
    ledger
        .rows()
        .forEach(
            (k, r) -> services.computeIfAbsent(k.service(), s -> new LinkedHashMap<>()).put(k, r));
    services.forEach(
        (service, rows) ->
            reading.seen(
                service.deviceCalls() ? "traffic.contacts" : "traffic.served",
                service.subject(),
                service(service, rows),
                coverage.brief()));
  }

  private void flows(Reading reading) {
    Map<String, Object> value = new LinkedHashMap<>();
    long packetsOut = 0;
    long packetsIn = 0;
    long bytesOut = 0;
    long bytesIn = 0;
    for (Row r : ledger.rows().values()) {
      packetsOut += r.packetsOut();
      packetsIn += r.packetsIn();
      bytesOut += r.bytesOut();
      bytesIn += r.bytesIn();
    }
    value.put("packetsOut", packetsOut);
    value.put("packetsIn", packetsIn);
    value.put("bytesOut", bytesOut);
    value.put("bytesIn", bytesIn);
    value.put("unansweredRequestsToDevice", ledger.knocked());
    value.put("distinct", (long) ledger.rows().size());
    value.put(
        "flows",
        ledger.rows().entrySet().stream()
            .sorted(Comparator.comparingLong((Map.Entry<Row.Key, Row> e) -> -e.getValue().bytes()))
            .limit(MOST_FLOWS)
            .map(e -> flow(e.getKey(), e.getValue()))
            .toList());
    value.put("volumes", volumes(coverage.flows().volumes()));
    reading.seen("traffic.flows", "DUT", value, coverage.full());
  }

  private static Map<String, Object> volumes(Volumes volumes) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("from", Times.instant(volumes.first()));
    map.put("stepSeconds", volumes.stepSeconds());
    map.put("bytesOut", volumes.out());
    map.put("bytesIn", volumes.in());
    return map;
  }

  private static Map<String, Object> flow(Row.Key key, Row row) {
    Map<String, Object> flow = new LinkedHashMap<>();
    flow.put("transport", key.service().transport());
    flow.put("device", key.device().toString());
    flow.put("peer", key.peer().toString());
    flow.put("port", key.service().port());
    flow.put("openedBy", key.service().deviceCalls() ? "device" : "peer");
    flow.put("protocols", List.copyOf(row.protocols()));
    volume(flow, List.of(row));
    return flow;
  }

  private static void volume(Map<String, Object> value, List<Row> rows) {
    value.put("connections", rows.stream().mapToLong(Row::flows).sum());
    value.put("refused", rows.stream().mapToLong(Row::refused).sum());
    value.put("unanswered", rows.stream().mapToLong(Row::unanswered).sum());
    value.put("openingNotSeen", rows.stream().mapToLong(Row::guessed).sum());
    value.put("packetsOut", rows.stream().mapToLong(Row::packetsOut).sum());
    value.put("packetsIn", rows.stream().mapToLong(Row::packetsIn).sum());
    value.put("bytesOut", rows.stream().mapToLong(Row::bytesOut).sum());
    value.put("bytesIn", rows.stream().mapToLong(Row::bytesIn).sum());
    value.put("first", Times.instant(rows.stream().mapToLong(Row::first).min().orElse(0)));
    value.put("last", Times.instant(rows.stream().mapToLong(Row::last).max().orElse(0)));
  }

  private Map<String, Object> service(Service service, Map<Row.Key, Row> rows) {
    Map<String, Set<String>> details = new TreeMap<>(notes.details(service));
    Map<String, Object> value = new LinkedHashMap<>();
    Set<String> protocols = new TreeSet<>();
    rows.values().forEach(r -> protocols.addAll(r.protocols()));
    value.put("protocols", List.copyOf(protocols));
    Set<String> names = new LinkedHashSet<>();
    if (service.deviceCalls()) {
      names.addAll(notes.namesOf(service.address()));
      names.addAll(details.getOrDefault("sni", Set.of()));
      value.put("names", List.copyOf(names));
      value.put("group", service.address().group());
      value.put("starts", starts(service));
    } else {
      Set<Address> peers = new LinkedHashSet<>();
      rows.keySet().forEach(k -> peers.add(k.peer()));
      value.put("peers", peers.stream().limit(FEW).map(Address::toString).toList());
      value.put("peerCount", (long) peers.size());
    }
    volume(value, List.copyOf(rows.values()));
    Map<String, Object> told = new LinkedHashMap<>();
    details.forEach((name, values) -> told.put(name, List.copyOf(values)));
    value.put("details", told);
    return value;
  }

  /** When the first connections began, so that rhythms can be read. */
  private List<String> starts(Service service) {
    return ledger.attempts().getOrDefault(service, List.of()).stream()
        .mapToLong(Attempt::at)
        .sorted()
        .limit(FEW)
        .mapToObj(Times::instant)
        .toList();
  }
}
