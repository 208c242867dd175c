package dev.plumbline.insight.comparison;

import dev.plumbline.core.Verdict;
import dev.plumbline.insight.comparison.ResultChange.Kind;
import dev.plumbline.insight.comparison.ResultChange.Weight;
import dev.plumbline.insight.comparison.ResultSnapshot.ItemStand;
import dev.plumbline.insight.comparison.ResultSnapshot.ProvisionStand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a product between two results. FAIL is worse than INCONCLUSIVE, INCONCLUSIVE worse
 * than PASS; N/A and "declined" stand beside that order. What stopped to be tested is never better.
 *
 * @param changes the worst kinds first
 */
public record Comparison(ResultSnapshot before, ResultSnapshot now, List<ResultChange> changes) {
  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Compares two results of one edition. */
  public static Comparison of(ResultSnapshot before, ResultSnapshot now) {
    return new Comparison(before, now, new Differences(before, now).found());
  }

  /** The changes of a weight. */
  public List<ResultChange> changes(Weight weight) {
    return changes.stream().filter(c -> c.kind().weight() == weight).toList();
  }

  /** The result was made with another catalogue or crypto policy. */
  public boolean factsDiffer() {
    return !before.facts().equals(now.facts());
  }

  private record Differences(
      ResultSnapshot before, ResultSnapshot now, List<ResultChange> all, Set<String> listed) {
    Differences(ResultSnapshot before, ResultSnapshot now) {
      this(before, now, new ArrayList<>(), new HashSet<>());
    }

    List<ResultChange> found() {
      now.items().forEach((id, is) -> item(id, Optional.ofNullable(before.items().get(id)), is));
      before.items().forEach(this::vanished);
      now.provisions()
          .forEach(
              (id, is) ->
                  Optional.ofNullable(before.provisions().get(id))
                      .ifPresent(was -> provision(id, was, is)));
      return all.stream().sorted().toList();
    }

    private void item(String id, Optional<ItemStand> was, ItemStand is) {
      if (is.verdict() == Verdict.FAIL
          && !was.map(w -> w.verdict() == Verdict.FAIL).orElse(false)) {
        add(Kind.NEW_FAIL, id, was(was) + ", is FAIL.", is.reason());
      } else if (was.isEmpty()) {
        add(Kind.APPEARED, id, "Is new in the plan: " + word(is.verdict()) + ".", is.reason());
      } else {
        changed(id, was.get(), is);
      }
    }

    private void changed(String id, ItemStand was, ItemStand is) {
      String what = "Was " + word(was.verdict()) + ", is " + word(is.verdict()) + ".";
      boolean lost = (was.executed() && !is.executed()) || (was.evidenced() && !is.evidenced());
      boolean gained = (!was.executed() && is.executed()) || (!was.evidenced() && is.evidenced());
      if (is.stale() && !was.stale()) {
        add(Kind.STALE, id, what, is.reason());
      } else if (is.verdict() == Verdict.NOT_APPLICABLE) {
        if (was.verdict() != Verdict.NOT_APPLICABLE) {
          add(Kind.NO_LONGER_TESTED, id, what, is.reason());
        }
      } else if (was.verdict() == Verdict.NOT_APPLICABLE) {
        add(Kind.APPEARED, id, what, is.reason());
      } else if (rank(is.verdict()) < rank(was.verdict())) {
        add(Kind.LOWER_VERDICT, id, what, is.reason());
      } else if (rank(is.verdict()) > rank(was.verdict())) {
        add(Kind.HIGHER_VERDICT, id, what, is.reason());
      } else if (lost) {
        add(
            Kind.COVERAGE_LOST,
            id,
            support(was) + " before, " + support(is) + " now.",
            is.reason());
      } else if (gained) {
        add(
            Kind.COVERAGE_GAINED,
            id,
            support(was) + " before, " + support(is) + " now.",
            is.reason());
      }
    }

    private void vanished(String id, ItemStand was) {
      if (!now.items().containsKey(id)) {
        add(
            Kind.VANISHED,
            id,
            "Was " + word(was.verdict()) + ", is not in the plan any more.",
            was.reason());
      }
    }

    /** What items do not show: another standing in the ICS, or new items that stay open. */
    private void provision(String id, ProvisionStand was, ProvisionStand is) {
      if (was.verdict().equals(is.verdict())) {
        return;
      }
      String what = "The provision was " + word(was.verdict()) + ", is " + word(is.verdict()) + ".";
      boolean passed = was.verdict().filter(Verdict.PASS::equals).isPresent();
      boolean fails = is.verdict().filter(Verdict.FAIL::equals).isPresent();
      boolean leftOut =
          is.verdict().isEmpty() || is.verdict().filter(Verdict.NOT_APPLICABLE::equals).isPresent();
      if (fails && !listed.contains(id)) {
        add(Kind.NEW_FAIL, id, what, is.reason());
      } else if (leftOut) {
        boolean declined = passed && is.verdict().isEmpty();
        add(declined ? Kind.LOWER_VERDICT : Kind.NO_LONGER_TESTED, id, what, is.reason());
      } else if (passed && !listed.contains(id) && !staleAlone(id)) {
        add(Kind.LOWER_VERDICT, id, what, is.reason());
      }
    }

    /** Whether all that is open in a provision is open because a decision went stale. */
    private boolean staleAlone(String provision) {
      List<ItemStand> open =
          now.items().values().stream()
              .filter(i -> i.provision().equals(provision))
              .filter(i -> i.verdict() == Verdict.INCONCLUSIVE)
              .toList();
      return !open.isEmpty() && open.stream().allMatch(ItemStand::stale);
    }

    private void add(Kind kind, String subject, String what, String reason) {
      all.add(new ResultChange(kind, subject, what, reason));
      if (kind.weight() == Weight.WORSE) {
        Optional.ofNullable(now.items().get(subject)).ifPresent(i -> listed.add(i.provision()));
      }
    }

    private static int rank(Verdict verdict) {
      return switch (verdict) {
        case FAIL -> 0;
        case INCONCLUSIVE -> 1;
        case PASS, NOT_APPLICABLE -> 2;
      };
    }

    private static String was(Optional<ItemStand> was) {
      return was.map(w -> "Was " + word(w.verdict())).orElse("Was not in the plan");
    }

    private static String support(ItemStand stand) {
      if (stand.evidenced()) {
        return "Traced to evidence";
      }
      return stand.executed() ? "Looked at, without evidence" : "Not looked at";
    }

    private static String word(Optional<Verdict> verdict) {
      return verdict.map(Differences::word).orElse("declined");
    }

    private static String word(Verdict verdict) {
      return verdict == Verdict.NOT_APPLICABLE ? "N/A" : verdict.name();
    }
  }
}
