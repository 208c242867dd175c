package dev.plumbline.workbench.page;

import dev.plumbline.app.team.ItemRemarks;
import dev.plumbline.dossier.signed.TeamRecord.Assignment;
import dev.plumbline.dossier.signed.TeamRecord.Comment;
import dev.plumbline.reports.Visible;
import java.util.List;
import java.util.Optional;

/**
 * What people said about an item beside their decisions.
 *
 * @param assignment who is to decide it
 */
public record RemarksView(List<CommentView> comments, Optional<AssignmentView> assignment) {

  /** A comment. */
  public record CommentView(String by, String at, String text) {}

  /** An assignment. */
  public record AssignmentView(String to, String by, String at, String because) {}

  static RemarksView of(ItemRemarks remarks) {
    return new RemarksView(
        remarks.comments().stream().map(RemarksView::of).toList(),
        remarks.assignment().map(RemarksView::of));
  }

  private static CommentView of(Comment comment) {
    return new CommentView(
        Visible.of(comment.signed().author().name(), 120),
        comment.signed().at().toString(),
        Visible.of(comment.text()));
  }

  private static AssignmentView of(Assignment assignment) {
    return new AssignmentView(
        Visible.of(assignment.to(), 120),
        Visible.of(assignment.signed().author().name(), 120),
        assignment.signed().at().toString(),
        Visible.of(assignment.because(), 1000));
  }
}
