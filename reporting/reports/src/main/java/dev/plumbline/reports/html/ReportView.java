package dev.plumbline.reports.html;

import java.util.List;

/**
 * All that the page shows. Every text went through {@link dev.plumbline.reports.Visible}; the
 * templates escape it for HTML.
 */
public record ReportView(
    String styleHash,
    String styleElement,
    String product,
    String document,
    String testDocument,
    VerdictView verdict,
    String meaning,
    List<CountView> counts,
    List<TallyView> tallies,
    int provisions,
    List<UntestedView> untested,
    List<UntestedView> untestedInDetail,
    List<String> remarks,
    List<BarView> bars,
    List<ContradictionView> contradictions,
    List<FlawView> flaws,
    List<FailureView> failures,
    List<WaiverView> waivers,
    TrafficView traffic,
    List<ProblemView> problems,
    List<SectionView> sections,
    List<FactView> basis,
    List<StepView> steps,
    String tool,
    String at) {

  /** A verdict as word and style class. */
  public record VerdictView(String word, String css) {}

  /** One of the four counts. */
  public record CountView(String name, int number, String explanation) {}

  /** How many provisions have a verdict. */
  public record TallyView(String word, String css, int number) {}

  /** Items without a verdict, for one reason. */
  public record UntestedView(int items, String why, String examples) {}

  /** A section's bar. */
  public record BarView(String id, String title, String label, List<PartView> parts) {}

  /** A part of a bar; x and width out of 100. */
  public record PartView(String css, String x, String width) {}

  /** A statement that the device contradicts. */
  public record ContradictionView(String declared, String observed, String place, String source) {}

  /** What a machine found against an item, whatever its verdict. */
  public record FlawView(String anchor, String item, String reason, String word, String shownBy) {}

  /** A failed item. */
  public record FailureView(String anchor, String item, String reason, String remedy) {}

  /** An accepted risk. */
  public record WaiverView(String item, boolean inForce, String sentence) {}

  /** A problem of the dossier. */
  public record ProblemView(String place, String id, String severity, String what, String remedy) {}

  /** A section with its provisions. */
  public record SectionView(String id, String title, VerdictView verdict, List<GroupView> groups) {}

  /** A provision with its cases. */
  public record GroupView(
      String id,
      String title,
      String meta,
      VerdictView verdict,
      String summary,
      String reason,
      String counts,
      List<CaseView> cases) {}

  /** A test case with its units. */
  public record CaseView(
      String id,
      String kind,
      VerdictView verdict,
      String purpose,
      boolean derived,
      List<UnitView> units) {}

  /** A test unit with its items. */
  public record UnitView(
      String id, String kind, VerdictView verdict, String check, List<ItemView> items) {}

  /** A test item with its finding. */
  public record ItemView(
      String anchor,
      String subject,
      VerdictView verdict,
      String by,
      String reason,
      String remedy,
      List<String> notes,
      List<QuestionView> questions,
      List<EvidenceView> evidence) {}

  /** A question of a check, its answer and what answers it. */
  public record QuestionView(String question, String reply, String answer, String fact) {}

  /** An observation that a finding rests on. */
  public record EvidenceView(String title, String value, String excerpt, String reference) {}

  /** One thing to do, with what it brings and the units that it bears on. */
  public record StepView(String line, String gain, String units) {}

  /** A name and a value. */
  public record FactView(String name, String value) {}
}
