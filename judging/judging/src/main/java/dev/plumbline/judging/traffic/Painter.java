package dev.plumbline.judging.traffic;

import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.traffic.TrafficSeen.None;
import dev.plumbline.judging.traffic.TrafficSeen.Picture;
import dev.plumbline.observation.traffic.OfCapture;
import dev.plumbline.observation.traffic.TrafficFlows;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the facts of captures together. */
final class Painter {
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
    Optional<Observation> newest = facts.newest(TrafficFlows.class, ItemId.DUT);
    Optional<Observation> flows = newest.filter(Observation::seen);
    Optional<TrafficFlows> whole = flows.flatMap(o -> o.as(TrafficFlows.class));
    List<Contact> contacts = sightings.contacts(whole).stream().sorted(ORDER).toList();
    if (whole.isEmpty() && contacts.isEmpty()) {
      return new None(
          newest
              .map(o -> "A capture was read, and it shows nothing of the device: " + o.reason())
              .orElse("No capture was read."));
    }
    List<Observation> sources = new ArrayList<>(flows.stream().toList());
    sources.addAll(sightings.sources());
    Observation source = sources.getFirst();
    List<OfCapture> all = sources.stream().flatMap(Painter::ofCapture).toList();
    List<OfCapture> timed = whole.<List<OfCapture>>map(List::of).orElse(all);
    return new Picture(
        source.source().producer() + " " + source.source().version(),
        times(timed, OfCapture::from).min(Comparator.naturalOrder()),
        times(timed, OfCapture::until).max(Comparator.naturalOrder()),
        all.stream().allMatch(OfCapture::whole),
        all.stream().flatMap(c -> c.gaps().stream()).distinct().toList(),
        whole.map(TrafficFlows::bytesOut).orElseGet(() -> sum(contacts, true)),
        whole.map(TrafficFlows::bytesIn).orElseGet(() -> sum(contacts, false)),
        whole.flatMap(TrafficFlows::volumes).flatMap(Painter::volumes),
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
  private static Stream<Instant> times(
      List<OfCapture> all, Function<OfCapture, Optional<String>> time) {
    return all.stream().flatMap(c -> time.apply(c).flatMap(Painter::time).stream());
  }

  private static Stream<OfCapture> ofCapture(Observation o) {
    return o.fact().stream().filter(OfCapture.class::isInstance).map(OfCapture.class::cast);
  }

  private static Optional<Volumes> volumes(TrafficFlows.Volumes written) {
    List<Long> out = counts(written.bytesOut());
    List<Long> in = counts(written.bytesIn());
    Optional<Instant> from = time(written.from());
    if (from.isEmpty() || written.stepSeconds() < 1 || out.isEmpty() || out.size() != in.size()) {
      return Optional.empty();
    }
    return Optional.of(new Volumes(from.get(), Duration.ofSeconds(written.stepSeconds()), out, in));
  }

  private static List<Long> counts(List<Long> written) {
    return written.stream().map(n -> Math.max(0, n)).toList();
  }

  /** A time as observations write it; empty for anything else. */
  static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
