package dev.plumbline.judging;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.plan.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an assessment stands.
 *
 * @param verdicts number of provisions by verdict
 * @param declined recommendations declined with a reason; no pass and no failure
 * @param open items without an answer, by who can give it
 * @param blocked items that nothing can decide yet
 * @param stale items whose decision has gone stale
 * @param contradictions statements of the dossier that the device contradicts
 * @param waivers accepted risks and what has become of them
 * @param family of a variant: what is its base's
 */
public record Status(
    String edition,
    Verdict verdict,
    Map<Verdict, Integer> verdicts,
    int declined,
    Counts counts,
    Map<DecidedBy, Integer> open,
    int blocked,
    List<ItemId> stale,
    int contradictions,
    List<WaivedItem> waivers,
    Optional<FamilyStanding> family) {
  public Status {
    verdicts = Map.copyOf(verdicts);
    open = Map.copyOf(open);
    stale = List.copyOf(stale);
    waivers = List.copyOf(waivers);
  }

  public static Status of(Assessment assessment) {
    Map<DecidedBy, Integer> open = new EnumMap<>(DecidedBy.class);
    List<ItemId> stale = new ArrayList<>();
    int blocked = 0;
    for (Judged item : assessment.items().toList()) {
      if (item.stale()) {
        stale.add(item.item().id());
      }
      boolean unanswered =
          item.finding() instanceof Finding.Undetermined
              || item.finding() instanceof Finding.Errored;
      if (unanswered && item.item().blocked().isPresent()) {
        blocked++;
      } else if (unanswered) {
        open.merge(item.item().by(), 1, Integer::sum);
      }
    }
    return new Status(
        assessment.catalogue().edition().document(),
        assessment.verdict(),
        assessment.verdicts(),
        (int) assessment.groups().filter(g -> g.standing() == Standing.DECLINED).count(),
        assessment.counts(),
        open,
        blocked,
        stale,
        assessment.contradictions().size(),
        assessment.waivers(),
        assessment.family());
  }

  /** A few lines for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(edition + ": " + verdict);
    lines.add(
        "Provisions: "
            + number(Verdict.PASS)
            + " pass, "
            + number(Verdict.FAIL)
            + " fail, "
            + number(Verdict.INCONCLUSIVE)
            + " inconclusive, "
            + number(Verdict.NOT_APPLICABLE)
            + " not applicable, "
            + declined
            + " declined with a reason (not a pass)");
    lines.add(
        "Items: "
            + counts.declared()
            + " declared, "
            + counts.planned()
            + " planned, "
            + counts.executed()
            + " executed, "
            + counts.evidenced()
            + " evidenced");
    lines.add(
        "PASS: "
            + counts.proved()
            + " proved, "
            + counts.confirmed()
            + " confirmed after a search, "
            + counts.decided()
            + " decided by people. Searched, to be confirmed (not a pass): "
            + counts.searched());
    family.ifPresent(f -> lines.addAll(f.sentences()));
    lines.add(
        "Open: "
            + open.getOrDefault(DecidedBy.PROBE, 0)
            + " for a probe, "
            + open.getOrDefault(DecidedBy.RULE, 0)
            + " for the declaration, "
            + open.getOrDefault(DecidedBy.ASSESSOR, 0)
            + " for a person, "
            + blocked
            + " blocked");
    if (!stale.isEmpty()) {
      lines.add(
          "Stale decisions: " + String.join(", ", stale.stream().map(ItemId::toString).toList()));
    }
    if (contradictions > 0) {
      lines.add("Contradictions between paper and device: " + contradictions);
    }
    waivers.forEach(w -> lines.add("Accepted risk " + w.waiver().item() + ": " + w.sentence()));
    return List.copyOf(lines);
  }

  private int number(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }
}
