package dev.plumbline.view;

import dev.plumbline.app.team.ItemRemarks;
import dev.plumbline.app.team.PendingReview;
import dev.plumbline.app.team.SignoffStatus;
import dev.plumbline.app.team.TeamRecorder;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.signed.Author;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.TeamRecord.Comment;
import dev.plumbline.dossier.signed.TeamRecord.MakerAnswer;
import dev.plumbline.dossier.signed.TeamRecord.MakerQuestion;
import dev.plumbline.dossier.signed.TeamRecord.Signoff;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people said to each other in a dossier, as lines for people; not yet safe for a terminal.
 */
public final class TeamText {
  private TeamText() {}

  /** That a record was stored, and with which key it was signed. */
  public static String recorded(TeamRecorder recorder) {
    Author author = recorder.signer().author();
    return "Recorded. Signed by " + author.name() + " with key " + author.keyId() + ".";
  }

  /** The decisions that wait for a review; the finding is left out where reviews are blind. */
  public static List<String> reviews(List<PendingReview> waiting) {
    List<String> lines = new ArrayList<>();
    for (PendingReview review : waiting) {
      lines.add(review.item() + "  decided by " + review.by());
      if (!review.blind()) {
        lines.add(
            "  " + Words.verdict(review.finding().verdict()) + ": " + review.finding().reason());
      }
      lines.add("  decision " + review.decision().shortForm());
    }
    return orNothing(lines, "No decision waits for a review.");
  }

  /** The comments on all items, or on one. */
  public static List<String> comments(Workspace workspace, Optional<ItemId> item) {
    List<String> lines = new ArrayList<>();
    workspace
        .dossier()
        .team()
        .all(Comment.class)
        .filter(c -> item.isEmpty() || item.get().equals(c.item()))
        .forEach(
            c -> {
              lines.add(c.item() + "  " + who(c.signed()));
              lines.add("  " + c.text());
            });
    return orNothing(lines, "There is no comment.");
  }

  /** The questions to the maker, each with its answers. */
  public static List<String> questions(Workspace workspace) {
    List<MakerAnswer> answers = workspace.dossier().team().all(MakerAnswer.class).toList();
    List<String> lines = new ArrayList<>();
    for (MakerQuestion question : workspace.dossier().team().all(MakerQuestion.class).toList()) {
      Digest digest = question.signed().digest();
      lines.add(
          "Question "
              + digest.shortForm()
              + " at "
              + question.row()
              + " "
              + question.column()
              + ", "
              + who(question.signed()));
      lines.add("  " + question.text());
      for (MakerAnswer answer : answers) {
        if (answer.question().equals(digest)) {
          lines.add("  answer of " + who(answer.signed()) + ": " + answer.value());
          lines.add("    because: " + answer.because());
        }
      }
    }
    return orNothing(lines, "There is no question.");
  }

  /** Who is to decide which item. */
  public static List<String> assignments(Workspace workspace) {
    List<String> lines = new ArrayList<>();
    ItemRemarks.assignments(workspace.dossier().team())
        .values()
        .forEach(
            a -> {
              lines.add(a.item() + "  for " + a.to() + ", " + who(a.signed()));
              lines.add("  because: " + a.because());
            });
    return orNothing(lines, "No item is assigned.");
  }

  /** Who vouched for which state, and whether the dossier is still in it. */
  public static List<String> signoff(Optional<SignoffStatus> status, Digest state) {
    List<String> lines = new ArrayList<>();
    lines.add("The dossier is in the state " + state.shortForm() + ".");
    if (status.isEmpty()) {
      lines.add("Nobody signed it off.");
      return List.copyOf(lines);
    }
    Signoff last = status.get().signoff();
    lines.add(
        "Signed off: state "
            + last.state().shortForm()
            + ", "
            + Words.verdict(last.verdict())
            + ", "
            + Text.count(last.open(), "open item")
            + ", "
            + who(last.signed()));
    lines.add("  because: " + last.because());
    lines.add(
        status.get().current()
            ? "That is this state."
            : "The dossier was changed since; a new sign-off amends this one.");
    return List.copyOf(lines);
  }

  private static String who(Signed signed) {
    return signed.author().name() + ", " + signed.at();
  }

  private static List<String> orNothing(List<String> lines, String nothing) {
    return lines.isEmpty() ? List.of(nothing) : List.copyOf(lines);
  }
}
