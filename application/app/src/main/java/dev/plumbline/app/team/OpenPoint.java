package dev.plumbline.app.team;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.signed.TeamRecord.MakerAnswer;
import dev.plumbline.dossier.signed.TeamRecord.MakerQuestion;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is still open in a dossier when somebody is about to sign it off.
 *
 * @param items that are concerned; none where it is not about items
 * @param texts what it is about, where it is not about items
 */
public record OpenPoint(Kind kind, List<ItemId> items, List<String> texts) {
  public OpenPoint {
    items = List.copyOf(items);
    texts = List.copyOf(texts);
  }

  /** Why something is open; each item is counted under the first that fits. */
  public enum Kind {
    RETURNED("Decisions that a reviewer returned"),
    WAITING("Decisions that wait for a review"),
    DISAGREEMENT("Items on which people or machines disagree"),
    STALE("Decisions that rest on something that has changed since"),
    SEARCHED("Searches that nobody confirmed"),
    UNDECIDED("Items that nobody decided"),
    QUESTION("Questions to the maker without an answer"),
    PROBLEM("Errors in the files of the dossier");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a heading. */
    public String words() {
      return words;
    }
  }

  /** How many things are open under it. */
  public int count() {
    return items.size() + texts.size();
  }

  /** What is open, in the order of {@link Kind}; kinds under which nothing is open are left out. */
  public static List<OpenPoint> of(Workspace workspace, Assessment assessment) {
    Map<Kind, List<ItemId>> items = new EnumMap<>(Kind.class);
    Set<ItemId> returned =
        ReturnedDecision.of(workspace).stream()
            .map(ReturnedDecision::item)
            .collect(Collectors.toSet());
    Set<ItemId> waiting =
        PendingReview.of(workspace).stream().map(PendingReview::item).collect(Collectors.toSet());
    Set<ItemId> disagreed =
        Disagreement.of(workspace, assessment).stream()
            .map(Disagreement::item)
            .collect(Collectors.toSet());
    assessment
        .items()
        .forEach(
            j -> {
              ItemId id = j.item().id();
              if (returned.contains(id)) {
                add(items, Kind.RETURNED, id);
              } else if (waiting.contains(id)) {
                add(items, Kind.WAITING, id);
              } else if (disagreed.contains(id)) {
                add(items, Kind.DISAGREEMENT, id);
              } else {
                ofItem(items, j);
              }
            });
    List<OpenPoint> points = new ArrayList<>();
    items.forEach((kind, ids) -> points.add(new OpenPoint(kind, ids, List.of())));
    texts(points, Kind.QUESTION, unanswered(workspace));
    texts(
        points,
        Kind.PROBLEM,
        assessment.problems().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .map(OpenPoint::text)
            .toList());
    return List.copyOf(points);
  }

  private static void ofItem(Map<Kind, List<ItemId>> items, Judged judged) {
    if (judged.stale()) {
      add(items, Kind.STALE, judged.item().id());
    } else if (Confirmation.isOpen(judged)) {
      add(items, Kind.SEARCHED, judged.item().id());
    } else if (judged.verdict() == Verdict.INCONCLUSIVE) {
      add(items, Kind.UNDECIDED, judged.item().id());
    }
  }

  private static void add(Map<Kind, List<ItemId>> items, Kind kind, ItemId item) {
    items.computeIfAbsent(kind, k -> new ArrayList<>()).add(item);
  }

  private static void texts(List<OpenPoint> points, Kind kind, List<String> texts) {
    if (!texts.isEmpty()) {
      points.add(new OpenPoint(kind, List.of(), texts));
    }
  }

  private static List<String> unanswered(Workspace workspace) {
    Set<Digest> answered =
        workspace
            .dossier()
            .team()
            .all(MakerAnswer.class)
            .map(MakerAnswer::question)
            .collect(Collectors.toSet());
    return workspace
        .dossier()
        .team()
        .all(MakerQuestion.class)
        .filter(q -> !answered.contains(q.signed().digest()))
        .map(q -> q.row() + ", " + q.column() + ": " + q.text())
        .toList();
  }

  private static String text(Problem problem) {
    return problem.place() + ": " + problem.what();
  }
}
