package dev.plumbline.insight.change;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.run.RunProbeDone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to be tested again, and nothing else: items whose decision rests on something that has
 * changed, and items that are open because what was observed is of another version, unit or state.
 * What a rule or a probe's old answers still decide is judged anew by itself and is not among them.
 */
public final class Retests {
  private final List<Observation> setAside = new ArrayList<>();
  private final Map<String, Duration> took = new HashMap<>();
  private final Map<ItemId, List<String>> reasons = new HashMap<>();

  private Retests(Assessment now, List<Observation> journal, List<Touched> touched) {
    for (Observation o : journal) {
      if (o.is(RunProbeDone.class)) {
        Optional<Long> millis = o.as(RunProbeDone.class).map(RunProbeDone::milliseconds);
        millis.ifPresentOrElse(
            m -> took.put(o.subject(), Duration.ofMillis(m)), () -> took.remove(o.subject()));
      } else if (Facts.whySetAside(o, now.product()).isPresent()) {
        setAside.add(o);
      }
    }
    touched.forEach(t -> reasons.put(t.item(), t.because()));
  }

  /**
   * The items to test again, in the order of the standard.
   *
   * @param journal all observations of the dossier
   * @param touched what is known to have changed since a former state; may be empty
   */
  public static List<Retest> of(Assessment now, List<Observation> journal, List<Touched> touched) {
    Retests all = new Retests(now, journal, touched);
    List<Retest> again = new ArrayList<>();
    now.groups()
        .forEach(
            g ->
                g.cases().stream()
                    .flatMap(c -> c.units().stream())
                    .flatMap(u -> u.items().stream())
                    .forEach(i -> all.retest(g, i, now).ifPresent(again::add)));
    return again;
  }

  private Optional<Retest> retest(GroupResult group, Judged item, Assessment now) {
    Set<String> why = new LinkedHashSet<>();
    Set<String> by = new TreeSet<>();
    if (item.stale()) {
      why.add("the decision of a person rests on something that has changed since");
    }
    if (item.finding() instanceof Finding.Undetermined) {
      Map<String, String> lost = new LinkedHashMap<>();
      setAside.stream()
          .filter(o -> item.item().needs().contains(o.key()))
          .forEach(
              o -> {
                by.add(o.source().producer());
                lost.put(Facts.whySetAside(o, now.product()).orElse(""), o.source().producer());
              });
      lost.keySet().forEach(reason -> why.add("what was observed was " + reason));
    }
    item.heritage()
        .filter(h -> h.refusal().isPresent())
        .ifPresent(
            h -> {
              by.addAll(h.seenBy());
              why.add("the result of " + h.from() + " does not carry over: " + h.refusal().get());
            });
    if (why.isEmpty()) {
      return Optional.empty();
    }
    reasons.getOrDefault(item.item().id(), List.of()).forEach(why::add);
    return Optional.of(
        new Retest(
            item.item().id(),
            group.provision().id(),
            List.copyOf(by),
            List.copyOf(why),
            together(by)));
  }

  /** How long probes took last time; empty when it is not recorded of one of them. */
  private Optional<Duration> together(Set<String> by) {
    if (by.isEmpty() || !took.keySet().containsAll(by)) {
      return Optional.empty();
    }
    return Optional.of(
        by.stream()
            .map(b -> took.getOrDefault(b, Duration.ZERO))
            .reduce(Duration.ZERO, Duration::plus));
  }

  /** How long each probe of a list took last time; those that nobody recorded are absent. */
  public static Map<String, Duration> durations(List<Observation> journal) {
    Map<String, Duration> found = new LinkedHashMap<>();
    journal.stream()
        .forEach(
            o ->
                o.as(RunProbeDone.class)
                    .ifPresent(d -> found.put(o.subject(), Duration.ofMillis(d.milliseconds()))));
    return found;
  }
}
