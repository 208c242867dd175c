package dev.plumbline.view.edition;

import dev.plumbline.insight.change.Change;
import dev.plumbline.insight.change.Change.Part;
import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.insight.change.Touched;
import dev.plumbline.insight.change.VerdictChange;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The differences of two states of a dossier, for a terminal. */
public final class DiffText {
  private static final int LONGEST = 300;

  private final DossierDiff diff;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  public DiffText(DossierDiff diff, Style style) {
    this.diff = diff;
    this.style = style;
  }

  public String of(String before, String after) {
    lines.add(Text.safe(before) + " → " + Text.safe(after));
    if (diff.changes().isEmpty()) {
      lines.add("Both declare the same.");
    }
    part("Product", EnumSet.of(Part.PRODUCT), diff.changes());
    part(
        "Conformance statement (ICS)",
        EnumSet.of(Part.CONDITION, Part.FEATURE, Part.ANSWER),
        diff.changes());
    part("IXIT", EnumSet.of(Part.TABLE, Part.ROW, Part.CELL), diff.changes());
    part("What may be tested", EnumSet.of(Part.TESTING), diff.testing());
    part("Gathered", EnumSet.of(Part.EVIDENCE, Part.RUN, Part.DECISION), diff.record());
    diff.verdicts()
        .ifPresentOrElse(
            this::verdicts,
            () -> head("Verdicts are not compared: " + Text.safe(diff.notJudged()) + "."));
    return String.join(System.lineSeparator(), lines);
  }

  private void head(String text) {
    lines.add("");
    lines.add(style.bold(text));
  }

  private void part(String title, Set<Part> parts, List<Change> changes) {
    List<Change> own = changes.stream().filter(c -> parts.contains(c.part())).toList();
    if (own.isEmpty()) {
      return;
    }
    head(title + ", " + own.size() + (own.size() == 1 ? " change" : " changes"));
    String last = "";
    for (Change c : own) {
      String name = name(c);
      if (!name.equals(last)) {
        lines.add(Text.wrap(name, "  "));
        last = name;
      }
      lines.add(Text.wrap(said(c), "      "));
    }
  }

  private static String name(Change c) {
    return switch (c.part()) {
      case PRODUCT, TESTING -> Text.safe(c.title());
      case ANSWER -> Text.safe(c.where() + " " + c.title());
      case CONDITION -> "condition " + Text.safe(c.where() + ", " + c.title());
      case FEATURE -> "feature " + Text.safe(c.where() + ", " + c.title());
      case CELL, ROW, TABLE -> Text.safe(c.where());
      case EVIDENCE, RUN, DECISION -> Text.safe(c.title() + " " + c.where());
    };
  }

  private String said(Change c) {
    String field =
        switch (c.part()) {
          case CELL -> c.title() + ": ";
          case ANSWER, CONDITION, FEATURE -> c.field() + ": ";
          default -> "";
        };
    String text = Text.safe(field);
    return switch (c.kind()) {
      case ADDED -> style.bold("added") + " " + text + value(c.after());
      case REMOVED -> style.bold("removed") + " " + text + value(c.before());
      case CHANGED -> text + value(c.before()) + " → " + value(c.after());
    };
  }

  private static String value(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    return Text.safe(cut.replaceAll("\\s+", " "));
  }

  private void verdicts(VerdictChange v) {
    head(
        v.before() == v.after()
            ? "Overall as before: " + v.after()
            : "Overall: " + v.before() + " → " + v.after());
    v.provisions()
        .forEach(
            p ->
                lines.add(
                    Text.wrap(
                        p.provision()
                            + " "
                            + Text.safe(p.title())
                            + ": "
                            + p.before()
                            + " → "
                            + p.after(),
                        "  ")));
    List<Touched> turned = v.turned();
    if (!turned.isEmpty()) {
      head(turned.size() + (turned.size() == 1 ? " test item" : " test items") + " turned");
      for (Touched t : turned) {
        lines.add(
            "  "
                + Text.safe(t.item().toString())
                + ": "
                + DiffJson.word(t.before())
                + " → "
                + DiffJson.word(t.after()));
        lines.add(Text.wrap(Text.safe(String.join("; ", t.because())), "      "));
      }
    }
    int kept = v.items().size() - turned.size();
    if (kept > 0) {
      lines.add("");
      lines.add(
          Text.wrap(
              kept
                  + " further test items rest on what changed and keep their verdict;"
                  + " --format json names them.",
              ""));
    }
  }
}
