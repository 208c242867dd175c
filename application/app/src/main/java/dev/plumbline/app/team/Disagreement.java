package dev.plumbline.app.team;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.DecidedItems;
import dev.plumbline.judging.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An item on which two people, or a person and a machine, say different things.
 *
 * @param positions at least two, with at least two verdicts
 */
public record Disagreement(ItemId item, List<Position> positions) {
  public Disagreement {
    positions = List.copyOf(positions);
  }

  /**
   * What one of them says.
   *
   * @param who a person's name, or what kind of machine it was
   */
  public record Position(String who, Verdict verdict, String reason) {}

  /**
   * The disagreements of a dossier, by item. Where reviews are blind, a decision that waits for its
   * review takes no part: its verdict is not shown yet.
   */
  public static List<Disagreement> of(Workspace workspace, Assessment assessment) {
    DecidedItems decided = DecidedItems.of(workspace.dossier().decisions());
    Set<ItemId> hidden =
        PendingReview.of(workspace).stream()
            .filter(PendingReview::blind)
            .map(PendingReview::item)
            .collect(Collectors.toSet());
    return assessment
        .items()
        .filter(j -> !hidden.contains(j.item().id()))
        .map(j -> new Disagreement(j.item().id(), positions(workspace, decided, j)))
        .filter(d -> d.positions().stream().map(Position::verdict).distinct().count() > 1)
        .sorted((a, b) -> a.item().compareTo(b.item()))
        .toList();
  }

  private static List<Position> positions(
      Workspace workspace, DecidedItems decided, Judged judged) {
    List<Position> positions = new ArrayList<>();
    for (Decision decision : decided.standing(judged.item().id())) {
      positions.add(position(decision.by(), decision.finding()));
      workspace
          .dossier()
          .team()
          .all(Review.class)
          .filter(r -> r.decision().equals(decision.digest()))
          .forEach(
              r ->
                  r.own()
                      .ifPresent(
                          v ->
                              positions.add(
                                  new Position(r.signed().author().name(), v, r.because()))));
    }
    if (positions.isEmpty()) {
      return positions;
    }
    judged
        .machine()
        .filter(f -> f.verdict() == Verdict.PASS || f.verdict() == Verdict.FAIL)
        .filter(f -> !judged.stale())
        .ifPresent(f -> positions.add(position("a machine", f)));
    return positions;
  }

  private static Position position(String who, Finding finding) {
    return new Position(who, finding.verdict(), finding.reason());
  }
}
