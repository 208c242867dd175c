package dev.plumbline.engine.traffic;

import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.traffic.TrafficSeen.None;
import dev.plumbline.engine.traffic.TrafficSeen.Picture;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the facts of captures together. */
final class Painter {
  private static final String FLOWS = "traffic.flows";
  private static final Comparator<Contact> ORDER =
      Comparator.<Contact>comparingInt(c -> rank(c.listed()))
          .thenComparing(Comparator.comparingLong(Contact::bytes).reversed())
          .thenComparing(Contact::subject);

  private final Facts facts;
  private final Sightings sightings;

  Painter(Facts facts) {
    this.facts = facts;
    this.sightings = new Sightings(facts);
  }

  TrafficSeen paint() {
    List<Observation> flows = facts.observations(FLOWS, "DUT");
    Optional<Observation> whole = flows.stream().filter(Observation::seen).findFirst();
    List<Contact> contacts = sightings.contacts(whole).stream().sorted(ORDER).toList();
    if (whole.isEmpty() && contacts.isEmpty()) {
      return new None(
          flows.stream()
              .findFirst()
              .map(o -> "A capture was read, and it shows nothing of the device: " + o.reason())
              .orElse("No capture was read."));
    }
    List<Observation> all = new ArrayList<>(whole.stream().toList());
    all.addAll(sightings.sources());
    Observation source = all.getFirst();
    return new Picture(
        source.source().producer() + " " + source.source().version(),
        times(whole, all, "from").min(Comparator.naturalOrder()),
        times(whole, all, "until").max(Comparator.naturalOrder()),
        all.stream().noneMatch(o -> Boolean.FALSE.equals(o.coverage().get("whole"))),
        gaps(all),
        whole.flatMap(o -> o.number("bytesOut")).orElseGet(() -> sum(contacts, true)),
        whole.flatMap(o -> o.number("bytesIn")).orElseGet(() -> sum(contacts, false)),
        whole.flatMap(Painter::volumes),
        contacts);
  }

  private static int rank(Listed listed) {
    return switch (listed) {
      case UNDECLARED -> 0;
      case NOT_COMPARED -> 1;
      case DECLARED -> 2;
      case OF_THE_NETWORK -> 3;
    };
  }

  private static long sum(List<Contact> contacts, boolean out) {
    return contacts.stream().mapToLong(c -> out ? c.bytesOut() : c.bytesIn()).sum();
  }

  /** Of the newest capture where there is one, else of all that was told. */
  private static java.util.stream.Stream<Instant> times(
      Optional<Observation> whole, List<Observation> all, String name) {
    return whole.map(List::of).orElse(all).stream()
        .flatMap(o -> time(o.coverage().get(name)).stream());
  }

  private static List<String> gaps(List<Observation> all) {
    Set<String> gaps = new LinkedHashSet<>();
    for (Observation o : all) {
      if (o.coverage().get("gaps") instanceof List<?> list) {
        list.forEach(g -> gaps.add(String.valueOf(g)));
      }
    }
    return List.copyOf(gaps);
  }

  private static Optional<Volumes> volumes(Observation flows) {
    if (!(flows.value().get("volumes") instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    List<Long> out = numbers(map.get("bytesOut"));
    List<Long> in = numbers(map.get("bytesIn"));
    Optional<Instant> from = time(map.get("from"));
    long seconds = map.get("stepSeconds") instanceof Number n ? n.longValue() : 0;
    if (from.isEmpty() || seconds < 1 || out.isEmpty() || out.size() != in.size()) {
      return Optional.empty();
    }
    return Optional.of(new Volumes(from.get(), Duration.ofSeconds(seconds), out, in));
  }

  private static List<Long> numbers(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream()
            .filter(Number.class::isInstance)
            .map(n -> Math.max(0, ((Number) n).longValue()))
            .toList()
        : List.of();
  }

  /** A time as observations write it; empty for anything else. */
  static Optional<Instant> time(@Nullable Object value) {
    if (!(value instanceof String text) || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
