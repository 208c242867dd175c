package dev.plumbline.reports.html;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.CaseResult;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.SectionResult;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.judging.history.RecordHistory;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import dev.plumbline.reports.html.ReportView.CaseView;
import dev.plumbline.reports.html.ReportView.EvidenceView;
import dev.plumbline.reports.html.ReportView.GroupView;
import dev.plumbline.reports.html.ReportView.ItemView;
import dev.plumbline.reports.html.ReportView.QuestionView;
import dev.plumbline.reports.html.ReportView.SectionView;
import dev.plumbline.reports.html.ReportView.UnitView;
import dev.plumbline.reports.html.ReportView.VerdictView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The views below the first page: section, provision, case, unit, item. */
final class DetailViews {
  private static final int EXCERPT = 1200;
  private static final int LONGEST_ANCHOR = 120;

  private final Assessment result;
  private final ReportContext context;
  private final RecordHistory history;

  DetailViews(Assessment result, ReportContext context) {
    this.result = result;
    this.context = context;
    this.history = RecordHistory.of(context.dossier());
  }

  static VerdictView verdict(Verdict verdict) {
    return new VerdictView(
        Words.verdict(verdict),
        verdict == Verdict.NOT_APPLICABLE ? "na" : verdict.name().toLowerCase(Locale.ROOT));
  }

  static VerdictView verdict(Optional<Verdict> verdict) {
    return verdict
        .map(DetailViews::verdict)
        .orElseGet(() -> new VerdictView("declined", "declined"));
  }

  /** An id that is safe in HTML and stable for the same item. */
  static String anchor(Judged item) {
    String id = item.item().id().toString();
    String name = id.length() > LONGEST_ANCHOR ? Digest.of(id).shortForm() : id;
    return "i-" + name.replaceAll("[^A-Za-z0-9.-]", "_");
  }

  List<SectionView> sections(List<SectionResult> sections) {
    return sections.stream()
        .map(
            s ->
                new SectionView(
                    s.section().id(),
                    s.section().title(),
                    verdict(s.verdict()),
                    s.groups().stream().map(this::group).toList()))
        .toList();
  }

  private GroupView group(GroupResult g) {
    String support = g.answer().map(a -> "ICS " + a.support().printed()).orElse("no ICS answer");
    return new GroupView(
        g.provision().id().value(),
        g.provision().title(),
        g.provision().printedStatus() + " · " + support + " · " + Words.standing(g.standing()),
        verdict(g.verdict()),
        g.provision().summary(),
        Visible.of(g.reason(), 800),
        counts(g.counts()),
        g.cases().stream().map(this::testCase).toList());
  }

  private static String counts(Counts c) {
    return String.format(
        Locale.ROOT,
        "%d declared, %d planned, %d executed, %d evidenced; %d proved, %d confirmed, %d decided,"
            + " %d searched",
        c.declared(),
        c.planned(),
        c.executed(),
        c.evidenced(),
        c.proved(),
        c.confirmed(),
        c.decided(),
        c.searched());
  }

  private CaseView testCase(CaseResult c) {
    return new CaseView(
        c.testCase().id(),
        c.testCase().kind(),
        verdict(c.verdict()),
        c.testCase().explained(),
        c.testCase().isDerived(),
        c.units().stream().map(this::unit).toList());
  }

  private UnitView unit(UnitResult u) {
    return new UnitView(
        u.unit().id().value(),
        u.unit().kind().name().toLowerCase(Locale.ROOT),
        verdict(u.verdict()),
        u.unit().check(),
        u.items().stream().map(this::item).toList());
  }

  private ItemView item(Judged j) {
    String remedy = j.finding() instanceof Finding.Violated v ? v.remedy() : "";
    return new ItemView(
        anchor(j),
        Visible.of(j.item().id().subject(), 200),
        verdict(j.verdict()),
        j.inherited()
            ? "inherited; decided there by " + Words.decidedBy(j.by())
            : "decided by " + Words.decidedBy(j.by()),
        Visible.of(j.finding().reason(), 1000),
        Visible.of(remedy, 800),
        notes(j),
        questions(j),
        j.basis().stream().map(this::evidence).toList());
  }

  private static List<QuestionView> questions(Judged j) {
    return j.questionLog().entries().stream()
        .map(
            q ->
                new QuestionView(
                    Visible.of(q.question() + " " + q.subject(), 400),
                    q.reply().name().toLowerCase(Locale.ROOT),
                    Visible.of(q.answer(), 600),
                    Visible.of(
                        q.fact()
                            .map(f -> f.name() + ", " + f.where())
                            .orElseGet(
                                () ->
                                    q.remedies().stream()
                                        .map(Remedy::line)
                                        .collect(Collectors.joining(" "))),
                        400)))
        .toList();
  }

  private static void searched(Judged j, List<String> notes) {
    if (j.byMachine().orElse(j.finding()) instanceof Finding.Searched s) {
      notes.add("Looked at: " + listed(s.lookedAt()));
      if (!s.notLookedAt().isEmpty()) {
        notes.add("Not looked at: " + listed(s.notLookedAt()));
      }
    }
  }

  private static String listed(List<String> places) {
    return String.join("; ", places) + ".";
  }

  private List<String> notes(Judged j) {
    List<String> notes = new ArrayList<>();
    searched(j, notes);
    j.item()
        .blocked()
        .filter(b -> !j.inherited())
        .ifPresent(b -> notes.add("Nothing can decide this yet: " + b));
    j.machine().ifPresent(m -> notes.add("The machine had found: " + m.reason()));
    j.decision()
        .ifPresent(
            d ->
                notes.add(
                    (j.stale() ? "Stale decision" : "Decision")
                        + " of "
                        + d.by()
                        + ": "
                        + Words.verdict(d.finding().verdict())
                        + ", "
                        + d.finding().reason()));
    result.waiver(j.item().id()).ifPresent(w -> notes.add(w.sentence()));
    history.beyondTheDecision(j).forEach(e -> notes.add("On record: " + e.line()));
    return notes.stream().map(n -> Visible.of(n, 800)).toList();
  }

  private EvidenceView evidence(Observation o) {
    String value =
        o.seen()
            ? o.value() + (o.coverage().isEmpty() ? "" : " over " + o.coverage())
            : "no answer: " + o.reason();
    return new EvidenceView(
        Visible.of(o.key() + " · " + o.subject(), 200),
        Visible.of(value, 1000),
        o.evidence().map(this::excerpt).orElse(""),
        Visible.of(
            o.source().producer()
                + " "
                + o.source().version()
                + " · "
                + o.source().at()
                + o.evidence().map(e -> " · " + e.sha256() + place(e)).orElse(""),
            300));
  }

  private static String place(EvidenceRef ref) {
    return ref.frames().isEmpty() ? " from byte " + ref.offset() : ", " + ref.frames();
  }

  /** The beginning of the stretch; empty for bytes that are no text, such as those of a capture. */
  private String excerpt(EvidenceRef ref) {
    return context
        .excerpt()
        .apply(ref)
        .filter(Visible::isText)
        .map(b -> Visible.of(b, EXCERPT))
        .orElse("");
  }
}
