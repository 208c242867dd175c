package dev.plumbline.probes.accessmatrix;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.login.AccessMatrix;
import dev.plumbline.probe.AccessPlace;
import dev.plumbline.probe.DriverResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What came of every visitor at every place. A cell without an answer has a reason. */
final class Matrix {
  static final String REACHED = "reached";
  static final String REFUSED = "refused";
  static final String NOT_TRIED = "not tried";

  private final List<AccessPlace> places;
  private final Map<String, Map<String, String>> answers = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> reasons = new LinkedHashMap<>();

  Matrix(List<AccessPlace> places) {
    this.places = List.copyOf(places);
    for (AccessPlace place : places) {
      answers.put(place.name(), new LinkedHashMap<>());
      reasons.put(place.name(), new LinkedHashMap<>());
    }
  }

  List<AccessPlace> places() {
    return places;
  }

  /** Places for which a visitor logs in first. */
  List<AccessPlace> withSession() {
    return places.stream().filter(AccessPlace::session).toList();
  }

  /** Places where each request brings the login with it, and no session ends. */
  List<AccessPlace> withoutSession() {
    return places.stream().filter(p -> !p.session()).toList();
  }

  /** The device's answer to a visitor; an error of the driver is none. */
  void answer(AccessPlace place, String visitor, DriverResult result) {
    if (result.answered()) {
      cells(answers, place).put(visitor, result.done() ? REACHED : REFUSED);
    } else {
      notTried(place, visitor, result.reason());
    }
  }

  void notTried(AccessPlace place, String visitor, String why) {
    cells(answers, place).put(visitor, NOT_TRIED);
    cells(reasons, place).put(visitor, why);
  }

  boolean reached(AccessPlace place, String visitor) {
    return REACHED.equals(cells(answers, place).get(visitor));
  }

  private static Map<String, String> cells(
      Map<String, Map<String, String>> all, AccessPlace place) {
    return all.computeIfAbsent(place.name(), n -> new LinkedHashMap<>());
  }

  Set<Endpoint> endpoints() {
    Set<Endpoint> endpoints = new TreeSet<>();
    places.forEach(p -> endpoints.add(p.endpoint()));
    return endpoints;
  }

  private List<AccessPlace> at(Endpoint endpoint) {
    return places.stream().filter(p -> p.endpoint().equals(endpoint)).toList();
  }

  /** Whether somebody who may reach a place there did, without which no refusal says anything. */
  boolean controlled(Endpoint endpoint) {
    return at(endpoint).stream()
        .anyMatch(p -> p.roles().stream().anyMatch(r -> reached(p, Visitors.login(r))));
  }

  /** Why nobody who may did; empty where no reason is known. */
  Optional<String> hindrance(Endpoint endpoint) {
    return at(endpoint).stream()
        .flatMap(p -> p.roles().stream().map(r -> cells(reasons, p).get(Visitors.login(r))))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /** Rows as they are recorded: a place, who may, what came of whom, and why nothing did. */
  List<AccessMatrix.Row> rows(Endpoint endpoint) {
    return at(endpoint).stream().map(this::row).toList();
  }

  private AccessMatrix.Row row(AccessPlace place) {
    Map<String, String> why = cells(reasons, place);
    return new AccessMatrix.Row(
        place.name(),
        List.copyOf(place.paths()),
        place.roles().stream().sorted().toList(),
        Map.copyOf(cells(answers, place)),
        why.isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(why)));
  }
}
