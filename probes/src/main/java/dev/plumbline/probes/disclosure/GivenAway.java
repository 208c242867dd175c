package dev.plumbline.probes.disclosure;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds to what other probes found given away at an endpoint before login. */
public final class GivenAway {
  public static final String KEY = "service.disclosed";

  private GivenAway() {}

  /**
   * Records what was found together with what was known.
   *
   * @param producer id of the probe that adds; what it said before is replaced
   * @param facts as {@link Disclosures} gives them
   * @param looked places read
   */
  public static void record(
      ProbeContext context,
      String producer,
      Endpoint endpoint,
      List<Map<String, Object>> facts,
      List<String> looked,
      Optional<Wire> wire) {
    List<Object> all = new ArrayList<>();
    Set<String> places = new LinkedHashSet<>();
    earlier(context, producer, endpoint)
        .ifPresent(
            o -> {
              if (o.value().get("facts") instanceof List<?> known) {
                all.addAll(known);
              }
              if (o.coverage().get("looked") instanceof List<?> known) {
                known.forEach(k -> places.add(String.valueOf(k)));
              }
            });
    facts.stream().filter(f -> !all.contains(f)).forEach(all::add);
    places.addAll(looked);
    Map<String, Object> value = Map.of("facts", all);
    Map<String, Object> coverage = Map.of("looked", List.copyOf(places));
    if (wire.isPresent()) {
      context.seen(KEY, endpoint.toString(), value, coverage, wire.get());
    } else {
      context.seen(KEY, endpoint.toString(), value, coverage);
    }
  }

  private static Optional<Observation> earlier(
      ProbeContext context, String producer, Endpoint endpoint) {
    return context.observations(KEY).stream()
        .filter(o -> o.seen() && o.subject().equals(endpoint.toString()))
        .filter(o -> !o.source().producer().equals(producer))
        .reduce((first, second) -> second);
  }
}
