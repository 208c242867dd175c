package dev.plumbline.reports.html;

import dev.plumbline.reports.html.ReportView.PartView;
import java.util.List;

/** All that the page of labels and laws shows; the template escapes it for HTML. */
public record SchemePageView(
    String styleHash,
    String styleElement,
    String product,
    String document,
    String on,
    String asOf,
    List<TallyView> tallies,
    List<SchemeRow> schemes,
    List<NextView> next,
    String tool) {

  /** How many levels have an answer. */
  public record TallyView(int number, AnswerView answer, String explanation) {}

  /** An answer as word and style class. */
  public record AnswerView(String word, String css) {}

  /** A scheme with its levels. */
  public record SchemeRow(String id, String name, String kind, List<LevelView> levels) {}

  /**
   * A level.
   *
   * @param parts of its bar; empty where nothing that it asks is known
   * @param label the bar in words
   * @param until until when it would hold, in a few words
   */
  public record LevelView(
      String anchor,
      String id,
      String name,
      AnswerView answer,
      List<PartView> parts,
      String label,
      String until,
      String day,
      List<String> obstacles,
      List<MissingView> missing,
      List<AskView> asks,
      List<String> reservations,
      List<String> validity,
      List<String> recognition) {}

  /** A provision that is not met. */
  public record MissingView(String id, String verdict, String reason, String way) {}

  /** Something asked beside provisions. */
  public record AskView(String id, String state, String css, String asked, String told) {}

  /** Levels that the same provisions would complete. */
  public record NextView(int provisions, String levels, String close, String also) {}
}
