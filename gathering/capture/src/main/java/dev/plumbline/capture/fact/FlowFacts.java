package dev.plumbline.capture.fact;

import dev.plumbline.capture.dissect.Service;
import dev.plumbline.capture.dissect.TrafficNotes;
import dev.plumbline.capture.file.CaptureEnd;
import dev.plumbline.capture.flow.FlowVolumes;
import dev.plumbline.capture.net.Address;
import dev.plumbline.capture.net.Tally;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.traffic.TrafficContacts;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficServed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Flows, contacts and served ports. */
record FlowFacts(FlowTotals totals, TrafficNotes notes, CoverageNote coverage) {
  private static final int MOST_FLOWS = 1_000;
  private static final int FEW = 20;

  void tell(Reading reading) {
    flows(reading);
    Map<Service, Map<PeerFlows.Key, PeerFlows>> services = new LinkedHashMap<>();
    totals
        .rows()
        .forEach(
            (k, r) -> services.computeIfAbsent(k.service(), s -> new LinkedHashMap<>()).put(k, r));
    services.forEach(
        (service, rows) ->
            reading.seen(
                service.subject(),
                service.deviceCalls() ? contact(service, rows) : served(service, rows),
                PeerFlows.sum(rows.values()).frames().numbers()));
  }

  private void flows(Reading reading) {
    PeerFlows all = PeerFlows.sum(totals.rows().values());
    Tally tally = coverage.decoder().tally();
    CaptureEnd end = coverage.end();
    reading.seen(
        "DUT",
        new TrafficFlows(
            Optional.of(all.packetsOut()),
            Optional.of(all.packetsIn()),
            all.bytesOut(),
            all.bytesIn(),
            Optional.of(totals.knocked()),
            totals.rows().size(),
            totals.rows().entrySet().stream()
                .sorted(
                    Comparator.comparingLong(
                        (Map.Entry<PeerFlows.Key, PeerFlows> e) -> -e.getValue().bytes()))
                .limit(MOST_FLOWS)
                .map(e -> flow(e.getKey(), e.getValue()))
                .toList(),
            Optional.of(volumes(coverage.flows().volumes())),
            coverage.from(),
            coverage.until(),
            coverage.whole(),
            coverage.gaps(),
            Optional.of(end.format()),
            Optional.of(tally.frames()),
            Optional.of(coverage.flows().packets()),
            Optional.of(coverage.flows().otherPackets()),
            Optional.of(tally.cut()),
            end.dropped().isPresent() ? Optional.of(end.dropped().getAsLong()) : Optional.empty(),
            Optional.of(end.interfaces()),
            Optional.of(end.filters()),
            Optional.of(coverage.addresses())));
  }

  private static TrafficFlows.Volumes volumes(FlowVolumes volumes) {
    return new TrafficFlows.Volumes(
        FlowTimes.instant(volumes.first()), volumes.stepSeconds(), volumes.out(), volumes.in());
  }

  private static TrafficFlows.Flow flow(PeerFlows.Key key, PeerFlows row) {
    return new TrafficFlows.Flow(
        key.service().transport(),
        key.device().toString(),
        key.peer().toString(),
        key.service().port(),
        key.service().deviceCalls() ? "device" : "peer",
        List.copyOf(row.protocols()),
        row.flows(),
        Optional.of(row.refused()),
        Optional.of(row.unanswered()),
        row.guessed(),
        Optional.of(row.packetsOut()),
        Optional.of(row.packetsIn()),
        row.bytesOut(),
        row.bytesIn(),
        Optional.of(FlowTimes.instant(row.first())),
        Optional.of(FlowTimes.instant(row.last())));
  }

  private TrafficContacts contact(Service service, Map<PeerFlows.Key, PeerFlows> rows) {
    PeerFlows all = PeerFlows.sum(rows.values());
    Set<String> names = new LinkedHashSet<>(notes.namesOf(service.address()));
    names.addAll(notes.details(service).getOrDefault("sni", Set.of()));
    return new TrafficContacts(
        List.copyOf(all.protocols()),
        Optional.of(List.copyOf(names)),
        Optional.of(service.address().group()),
        Optional.of(starts(service)),
        all.flows(),
        Optional.of(all.refused()),
        Optional.of(all.unanswered()),
        all.guessed(),
        Optional.of(all.packetsOut()),
        Optional.of(all.packetsIn()),
        all.bytesOut(),
        all.bytesIn(),
        Optional.of(FlowTimes.instant(all.first())),
        Optional.of(FlowTimes.instant(all.last())),
        Optional.of(details(service)),
        coverage.from(),
        coverage.until(),
        coverage.whole(),
        coverage.gaps(),
        Optional.empty());
  }

  private TrafficServed served(Service service, Map<PeerFlows.Key, PeerFlows> rows) {
    PeerFlows all = PeerFlows.sum(rows.values());
    Set<Address> peers = new LinkedHashSet<>();
    rows.keySet().forEach(k -> peers.add(k.peer()));
    return new TrafficServed(
        List.copyOf(all.protocols()),
        Optional.of(peers.stream().limit(FEW).map(Address::toString).toList()),
        Optional.of((long) peers.size()),
        all.flows(),
        Optional.of(all.refused()),
        Optional.of(all.unanswered()),
        all.guessed(),
        Optional.of(all.packetsOut()),
        Optional.of(all.packetsIn()),
        all.bytesOut(),
        all.bytesIn(),
        Optional.of(FlowTimes.instant(all.first())),
        Optional.of(FlowTimes.instant(all.last())),
        Optional.of(details(service)),
        coverage.from(),
        coverage.until(),
        coverage.whole(),
        coverage.gaps(),
        Optional.empty());
  }

  private Map<String, List<String>> details(Service service) {
    Map<String, List<String>> told = new TreeMap<>();
    notes.details(service).forEach((name, values) -> told.put(name, List.copyOf(values)));
    return told;
  }

  /** When the first connections began, so that rhythms can be read. */
  private List<String> starts(Service service) {
    return totals.attempts().getOrDefault(service, List.of()).stream()
        .mapToLong(ConnectionAttempt::at)
        .sorted()
        .limit(FEW)
        .mapToObj(FlowTimes::instant)
        .toList();
  }
}
