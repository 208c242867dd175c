package dev.plumbline.scheme;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.plan.Standing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Why a provision is not met, and what can be done about it. */
final class ProvisionGap {
  private ProvisionGap() {}

  /** One or two sentences. */
  static String reason(GroupResult group) {
    List<Judged> failed = group.items().filter(i -> i.verdict() == Verdict.FAIL).toList();
    if (group.verdict().filter(v -> v == Verdict.FAIL).isPresent() && !failed.isEmpty()) {
      Judged first = failed.getFirst();
      return first.item().id()
          + ": "
          + sentence(first.finding().reason())
          + more(failed.size() - 1);
    }
    boolean searched = group.conclusion().equals(Optional.of(Conclusion.SEARCHED));
    List<Judged> open = group.items().filter(ProvisionGap::isOpen).toList();
    if (group.standing() == Standing.CLAIMED && !open.isEmpty()) {
      Judged first = open.getFirst();
      return open.size()
          + " of "
          + group.items().count()
          + (searched ? " items were searched and not confirmed" : " items have no answer")
          + ", first "
          + first.item().id()
          + ": "
          + sentence(first.finding().reason());
    }
    return group.reason().isBlank() ? "It has no verdict." : sentence(group.reason());
  }

  /** What to do, with the command that helps. */
  static String way(GroupResult group) {
    if (group.standing() == Standing.DECLINED || group.standing() == Standing.REFUSED) {
      return "Do what it asks and answer Y in the ICS.";
    }
    List<String> remedies =
        group
            .items()
            .map(Judged::finding)
            .filter(Finding.Violated.class::isInstance)
            .map(f -> ((Finding.Violated) f).remedy())
            .distinct()
            .toList();
    if (!remedies.isEmpty()) {
      return sentence(remedies.getFirst()) + more(remedies.size() - 1);
    }
    if (group.standing() == Standing.UNSETTLED) {
      return "Answer it: plumbline interview, or ics.yaml.";
    }
    return open(group);
  }

  private static String open(GroupResult group) {
    Map<DecidedBy, Integer> by = new EnumMap<>(DecidedBy.class);
    int blocked = 0;
    int searched = 0;
    for (Judged item : group.items().filter(ProvisionGap::isOpen).toList()) {
      if (item.conclusion() == Conclusion.SEARCHED) {
        searched++;
      } else if (item.item().blocked().isPresent()) {
        blocked++;
      } else {
        by.merge(item.item().by(), 1, Integer::sum);
      }
    }
    StringJoiner ways =
        new StringJoiner("; ", "", ".").setEmptyValue("Look at it: plumbline explain.");
    add(ways, searched, "to be confirmed (plumbline confirm)");
    add(ways, by.getOrDefault(DecidedBy.PROBE, 0), "for a probe (plumbline test)");
    add(ways, by.getOrDefault(DecidedBy.RULE, 0), "for the declaration (plumbline check)");
    add(ways, by.getOrDefault(DecidedBy.ASSESSOR, 0), "for a person (plumbline walk)");
    add(ways, blocked, "that nothing can decide yet (plumbline plan)");
    return ways.toString();
  }

  private static void add(StringJoiner ways, int count, String what) {
    if (count > 0) {
      ways.add(count + " " + what);
    }
  }

  private static boolean isOpen(Judged item) {
    return item.verdict() == Verdict.INCONCLUSIVE;
  }

  private static String more(int others) {
    return others > 0 ? " (and " + others + " more)" : "";
  }

  private static String sentence(String text) {
    String trimmed = text.strip();
    return trimmed.endsWith(".") || trimmed.endsWith("?") ? trimmed : trimmed + ".";
  }
}
