package dev.plumbline.judging.settling;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What would settle most: for each open item what it lacks, and the same thing told once for all
 * items that lack it, best gain first.
 */
public final class NextSteps {
  static final String CONFIRM =
      "plumbline confirm DIR: see what was searched, and confirm each item or all";
  static final String TEST = "plumbline test DIR: nobody has asked the device yet";
  static final String WALK = "plumbline walk DIR: a person examines and decides";
  private static final String BLOCKED = "Not tested: ";
  static final String STALE =
      "plumbline decide DIR ITEM: decide again what rests on something that has changed since";

  private NextSteps() {}

  /** The steps, best gain first. */
  public static List<Step> of(Assessment assessment) {
    Set<String> seen =
        assessment
            .items()
            .flatMap(i -> i.basis().stream())
            .map(Observation::key)
            .collect(Collectors.toSet());
    Map<String, List<ItemId>> settles = new LinkedHashMap<>();
    Map<String, List<ItemId>> helps = new LinkedHashMap<>();
    assessment
        .items()
        .filter(NextSteps::isOpen)
        .forEach(
            item -> {
              Set<String> lines = lines(item, seen);
              Map<String, List<ItemId>> to = lines.size() == 1 ? settles : helps;
              lines.forEach(
                  l -> to.computeIfAbsent(l, k -> new ArrayList<>()).add(item.item().id()));
            });
    return sorted(settles, helps);
  }

  /** What settles most of a plan, before anything was asked or judged. */
  public static List<Step> of(Plan plan) {
    Map<String, List<ItemId>> settles = new LinkedHashMap<>();
    plan.items()
        .filter(i -> i.by() != DecidedBy.RULE || i.blocked().isPresent())
        .forEach(
            i ->
                settles
                    .computeIfAbsent(
                        i.blocked()
                            .map(b -> BLOCKED + b)
                            .orElse(i.by() == DecidedBy.PROBE ? TEST : WALK),
                        k -> new ArrayList<>())
                    .add(i.id()));
    return sorted(settles, Map.of());
  }

  private static List<Step> sorted(
      Map<String, List<ItemId>> settles, Map<String, List<ItemId>> helps) {
    Set<String> all = new TreeSet<>(settles.keySet());
    all.addAll(helps.keySet());
    return all.stream()
        .map(l -> new Step(l, settles.getOrDefault(l, List.of()), helps.getOrDefault(l, List.of())))
        .sorted(
            Comparator.comparingInt((Step s) -> s.settles().size())
                .thenComparingInt(s -> s.helps().size())
                .reversed()
                .thenComparing(Step::line))
        .toList();
  }

  private static boolean isOpen(Judged item) {
    return item.finding() instanceof Finding.Undetermined
        || item.finding() instanceof Finding.Searched
        || item.finding() instanceof Finding.Errored;
  }

  private static Set<String> lines(Judged item, Set<String> seen) {
    if (item.stale()) {
      return Set.of(STALE);
    }
    if (item.finding() instanceof Finding.Searched) {
      return Set.of(CONFIRM);
    }
    if (item.finding() instanceof Finding.Undetermined open && !open.remedies().isEmpty()) {
      return open.remedies().stream()
          .map(NextSteps::line)
          .collect(Collectors.toCollection(TreeSet::new));
    }
    if (item.finding() instanceof Finding.Errored) {
      return Set.of(WALK);
    }
    if (item.item().blocked().isPresent()) {
      return Set.of(BLOCKED + item.item().blocked().get());
    }
    boolean forProbe = item.item().by() == DecidedBy.PROBE;
    boolean asked = item.item().needs().stream().anyMatch(seen::contains);
    return Set.of(forProbe && !asked ? TEST : WALK);
  }

  /** What a person looks at differs from item to item; that somebody has to is one step. */
  private static String line(Remedy remedy) {
    return switch (remedy) {
      case Remedy.Confirm c -> CONFIRM;
      case Remedy.PersonLooks p -> WALK;
      default -> remedy.line();
    };
  }
}
