package dev.plumbline.reports.diff;

import dev.plumbline.insight.change.Change;
import dev.plumbline.insight.change.Change.Part;
import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.insight.change.Touched;
import dev.plumbline.insight.change.VerdictChange;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import dev.plumbline.reports.html.Styles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the page of a comparison shows. Texts are visible already; the template escapes them. */
public record DiffPageView(
    String before,
    String after,
    List<Section> sections,
    boolean same,
    String overall,
    String notJudged,
    List<Turn> provisions,
    List<Turn> items,
    List<Turn> kept,
    String styleElement,
    String styleHash) {
  public DiffPageView {
    sections = List.copyOf(sections);
    provisions = List.copyOf(provisions);
    items = List.copyOf(items);
    kept = List.copyOf(kept);
  }

  /** A part of the dossier with its changes. */
  public record Section(String id, String title, List<Row> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /** A change. */
  public record Row(String where, String what, String before, String after) {}

  /** A verdict before and after. */
  public record Turn(String name, String before, String after, String because) {}

  static DiffPageView of(String before, String after, DossierDiff diff, Styles styles) {
    List<Section> sections = new ArrayList<>();
    add(sections, "product", "Product", EnumSet.of(Part.PRODUCT), diff.changes());
    add(
        sections,
        "ics",
        "Conformance statement (ICS)",
        EnumSet.of(Part.CONDITION, Part.FEATURE, Part.ANSWER),
        diff.changes());
    add(sections, "ixit", "IXIT", EnumSet.of(Part.TABLE, Part.ROW, Part.CELL), diff.changes());
    add(sections, "testing", "What may be tested", EnumSet.of(Part.TESTING), diff.testing());
    add(
        sections,
        "record",
        "Evidence, runs and decisions",
        EnumSet.of(Part.EVIDENCE, Part.RUN, Part.DECISION),
        diff.record());
    List<Touched> all = diff.verdicts().map(VerdictChange::items).orElse(List.of());
    return new DiffPageView(
        Visible.of(before),
        Visible.of(after),
        sections,
        diff.changes().isEmpty(),
        diff.verdicts().map(DiffPageView::overall).orElse(""),
        Visible.of(diff.notJudged()),
        diff.verdicts().map(VerdictChange::provisions).orElse(List.of()).stream()
            .map(
                p ->
                    new Turn(
                        p.provision() + " " + Visible.of(p.title()), p.before(), p.after(), ""))
            .toList(),
        all.stream().filter(Touched::turned).map(DiffPageView::turn).toList(),
        all.stream().filter(t -> !t.turned()).map(DiffPageView::turn).toList(),
        styles.element(),
        styles.hash());
  }

  private static String overall(VerdictChange v) {
    return v.before() == v.after()
        ? "as before, " + Words.verdict(v.after())
        : Words.verdict(v.before()) + " → " + Words.verdict(v.after());
  }

  private static void add(
      List<Section> sections, String id, String title, Set<Part> parts, List<Change> changes) {
    List<Row> rows =
        changes.stream().filter(c -> parts.contains(c.part())).map(DiffPageView::row).toList();
    if (!rows.isEmpty()) {
      sections.add(new Section(id, title, rows));
    }
  }

  private static Row row(Change c) {
    String what =
        switch (c.part()) {
          case CELL, PRODUCT, TESTING -> c.title();
          case ROW, TABLE -> c.title() + ", " + c.part().word() + " " + c.kind().word();
          case ANSWER, CONDITION, FEATURE -> c.title() + ": " + c.field();
          case EVIDENCE, RUN, DECISION -> c.title() + " " + c.kind().word();
        };
    String where =
        switch (c.part()) {
          case CONDITION, FEATURE -> c.part().word() + " " + c.where();
          default -> c.where();
        };
    return new Row(
        Visible.of(where), Visible.of(what), Visible.of(c.before()), Visible.of(c.after()));
  }

  private static Turn turn(Touched t) {
    return new Turn(
        Visible.of(t.item().toString()),
        t.before().map(Words::verdict).orElse("absent"),
        t.after().map(Words::verdict).orElse("absent"),
        Visible.of(String.join("; ", t.because())));
  }
}
