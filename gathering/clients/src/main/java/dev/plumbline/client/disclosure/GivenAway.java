package dev.plumbline.client.disclosure;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds to what other probes found given away at an endpoint before login. */
public final class GivenAway {

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
      List<ServiceDisclosed.Given> facts,
      List<String> looked,
      Optional<Wire> wire) {
    record(context, producer, endpoint, facts, looked, List.of(), wire);
  }

  /**
   * The same, where some places gave no answer, or not to their end.
   *
   * @param unread places that were asked and not read
   */
  public static void record(
      ProbeContext context,
      String producer,
      Endpoint endpoint,
      List<ServiceDisclosed.Given> facts,
      List<String> looked,
      List<String> unread,
      Optional<Wire> wire) {
    List<ServiceDisclosed.Given> all = new ArrayList<>();
    Set<String> places = new LinkedHashSet<>();
    Set<String> silent = new LinkedHashSet<>();
    earlier(context, producer, endpoint)
        .ifPresent(
            known -> {
              all.addAll(known.facts());
              places.addAll(known.looked());
              known.unanswered().ifPresent(silent::addAll);
            });
    facts.stream().filter(f -> !all.contains(f)).forEach(all::add);
    places.addAll(looked);
    silent.addAll(unread);
    context.seen(
        endpoint.toString(),
        new ServiceDisclosed(
            all, List.copyOf(places), Optional.of(List.copyOf(silent)).filter(s -> !s.isEmpty())),
        wire);
  }

  private static Optional<ServiceDisclosed> earlier(
      ProbeContext context, String producer, Endpoint endpoint) {
    return context.observations(ServiceDisclosed.class).stream()
        .filter(o -> o.seen() && o.subject().equals(endpoint.toString()))
        .filter(o -> !o.source().producer().equals(producer))
        .reduce((first, second) -> second)
        .flatMap(o -> o.as(ServiceDisclosed.class));
  }
}
