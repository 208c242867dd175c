package dev.plumbline.capture.fact;

import dev.plumbline.capture.dissect.Handshake;
import dev.plumbline.capture.dissect.Service;
import dev.plumbline.capture.dissect.TrafficNotes;
import dev.plumbline.capture.flow.FrameLog;
import dev.plumbline.dossier.FrameNumbers;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.traffic.TrafficClearText;
import dev.plumbline.observation.traffic.TrafficNames;
import dev.plumbline.observation.traffic.TrafficRequests;
import dev.plumbline.observation.traffic.TrafficTls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Names, handshakes, requests, and what was readable that should not be. */
record SpokenFacts(FlowTotals totals, TrafficNotes notes, CoverageNote coverage) {
  void tell(Reading reading) {
    notes.secrets().forEach(reading::redact);
    names(reading);
    notes
        .handshakes()
        .forEach(
            (service, seen) ->
                reading.seen(
                    service.subject(),
                    new TrafficTls(
                        role(service),
                        each(seen.times(), SpokenFacts::handshake),
                        coverage.from(),
                        coverage.until(),
                        coverage.whole(),
                        coverage.gaps(),
                        Optional.empty()),
                    seen.frames().numbers()));
    notes
        .requests()
        .forEach(
            (service, seen) ->
                reading.seen(
                    service.subject(),
                    new TrafficRequests(
                        role(service),
                        each(seen.times(), SpokenFacts::request),
                        coverage.from(),
                        coverage.until(),
                        coverage.whole(),
                        coverage.gaps(),
                        Optional.empty()),
                    seen.frames().numbers()));
    notes
        .readable()
        .forEach(
            (service, seen) ->
                reading.seen(
                    service.subject(),
                    new TrafficClearText(
                        role(service),
                        each(seen.times(), SpokenFacts::exposed),
                        coverage.from(),
                        coverage.until(),
                        coverage.whole(),
                        coverage.gaps(),
                        Optional.empty()),
                    seen.frames().numbers()));
    totals
        .attempts()
        .forEach(
            (service, attempts) -> {
              if (service.transport().equals("tcp")) {
                Reconnects.of(attempts, coverage.decoder().tally().last(), coverage)
                    .ifPresent(fact -> reading.seen(service.subject(), fact, frames(attempts)));
              }
            });
  }

  private static FrameNumbers frames(List<ConnectionAttempt> attempts) {
    FrameLog frames = new FrameLog();
    attempts.forEach(a -> frames.add(a.frame()));
    return frames.numbers();
  }

  private static String role(Service service) {
    return service.deviceCalls() ? "client" : "server";
  }

  private void names(Reading reading) {
    List<TrafficNames.Name> asked = new ArrayList<>();
    List<TrafficNames.Name> announced = new ArrayList<>();
    notes
        .names()
        .forEach(
            (name, times) ->
                (name.announced() ? announced : asked)
                    .add(
                        new TrafficNames.Name(
                            name.name(),
                            name.source(),
                            Optional.of(List.copyOf(times.types())),
                            times.count(),
                            first(times))));
    reading.seen(
        "DUT",
        new TrafficNames(
            asked,
            announced,
            Optional.of(List.copyOf(notes.hidden())),
            coverage.from(),
            coverage.until(),
            coverage.whole(),
            coverage.gaps(),
            Optional.empty()),
        notes.nameFrames().numbers());
  }

  private static <K, T> List<T> each(
      Map<K, TrafficNotes.Times> seen, BiFunction<K, TrafficNotes.Times, T> fact) {
    return seen.entrySet().stream().map(e -> fact.apply(e.getKey(), e.getValue())).toList();
  }

  private static TrafficTls.Handshake handshake(Handshake seen, TrafficNotes.Times times) {
    return new TrafficTls.Handshake(
        seen.sni(),
        seen.offeredVersions(),
        seen.offeredSuites(),
        seen.offeredAlpn(),
        seen.version(),
        seen.suite(),
        seen.alpn(),
        seen.certificateSha256(),
        seen.certificateSubject(),
        seen.certificateIssuer(),
        seen.certificateNotBefore(),
        seen.certificateNotAfter(),
        seen.certificateUnreadable(),
        seen.asksForClientCertificate(),
        seen.alert(),
        seen.alertByDevice(),
        seen.malformed(),
        Optional.of(seen.complete()),
        times.count(),
        first(times));
  }

  private static TrafficRequests.Request request(
      TrafficNotes.Request request, TrafficNotes.Times times) {
    return new TrafficRequests.Request(
        Optional.of(request.method()),
        Optional.of(request.host()),
        Optional.of(request.path()),
        times.count(),
        first(times));
  }

  private static TrafficClearText.Exposed exposed(
      TrafficNotes.Exposed what, TrafficNotes.Times times) {
    return new TrafficClearText.Exposed(
        what.kind(),
        what.place(),
        what.protocol(),
        what.byDevice() ? "device" : "peer",
        times.count(),
        first(times));
  }

  private static Optional<String> first(TrafficNotes.Times times) {
    return Optional.of(FlowTimes.instant(times.first()));
  }
}
