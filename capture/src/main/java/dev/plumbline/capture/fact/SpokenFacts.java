package dev.plumbline.capture.fact;

import dev.plumbline.capture.say.Notes;
import dev.plumbline.capture.say.Service;
import dev.plumbline.importing.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names, handshakes, requests, and what was readable that should not be. */
record SpokenFacts(Ledger ledger, Notes notes, CoverageNote coverage) {
  void tell(Reading reading) {
    notes.secrets().forEach(reading::redact);
    names(reading);
    notes
        .handshakes()
        .forEach(
            (service, seen) ->
                reading.seen(
                    "traffic.tls",
                    service.subject(),
                    Map.of("deviceIs", role(service), "handshakes", handshakes(seen)),
                    coverage.brief()));
    notes
        .requests()
        .forEach(
            (service, seen) ->
                reading.seen(
                    "traffic.requests",
                    service.subject(),
                    Map.of("deviceIs", role(service), "requests", requests(seen)),
                    coverage.brief()));
    notes
        .readable()
        .forEach(
            (service, seen) ->
                reading.seen(
                    "traffic.clear-text",
                    service.subject(),
                    Map.of("deviceIs", role(service), "found", readable(seen)),
                    coverage.brief()));
    ledger
        .attempts()
        .forEach(
            (service, attempts) -> {
              if (service.transport().equals("tcp")) {
                Reconnects.of(attempts, coverage.decoder().tally().last())
                    .ifPresent(
                        v ->
                            reading.seen(
                                "traffic.reconnects", service.subject(), v, coverage.brief()));
              }
            });
  }

  private static String role(Service service) {
    return service.deviceCalls() ? "client" : "server";
  }

  private void names(Reading reading) {
    List<Object> asked = new ArrayList<>();
    List<Object> announced = new ArrayList<>();
    notes
        .names()
        .forEach(
            (name, times) -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("name", name.name());
              one.put("source", name.source());
              one.put("types", List.copyOf(times.types()));
              timed(one, times);
              (name.announced() ? announced : asked).add(one);
            });
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("asked", asked);
    value.put("announced", announced);
    value.put("hidden", List.copyOf(notes.hidden()));
    reading.seen("traffic.names", "DUT", value, coverage.brief());
  }

  private static List<Object> handshakes(Map<Map<String, Object>, Notes.Times> seen) {
    List<Object> all = new ArrayList<>();
    seen.forEach(
        (handshake, times) -> {
          Map<String, Object> one = new LinkedHashMap<>(handshake);
          timed(one, times);
          all.add(one);
        });
    return all;
  }

  private static List<Object> requests(Map<Notes.Request, Notes.Times> seen) {
    List<Object> all = new ArrayList<>();
    seen.forEach(
        (request, times) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("method", request.method());
          one.put("host", request.host());
          one.put("path", request.path());
          timed(one, times);
          all.add(one);
        });
    return all;
  }

  private static List<Object> readable(Map<Notes.Exposed, Notes.Times> seen) {
    List<Object> all = new ArrayList<>();
    seen.forEach(
        (what, times) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("kind", what.kind());
          one.put("place", what.place());
          one.put("protocol", what.protocol());
          one.put("sentBy", what.byDevice() ? "device" : "peer");
          timed(one, times);
          all.add(one);
        });
    return all;
  }

  private static void timed(Map<String, Object> one, Notes.Times times) {
    one.put("count", times.count());
    one.put("first", Times.instant(times.first()));
  }
}
