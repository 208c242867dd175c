package dev.plumbline.exchange;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.exchange.Told.Kind;
import dev.plumbline.exchange.layout.Guide;
import dev.plumbline.exchange.layout.Vocabulary;
import dev.plumbline.exchange.source.GridCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a reader tells about the cells that it did not take, or took with a doubt. */
final class Telling {
  private static final int EXAMPLES = 3;
  private static final int MOST_LOST = 20;

  private final Guide guide;
  private final List<Told> told = new ArrayList<>();
  private String table = "";

  Telling(Guide guide) {
    this.guide = guide;
  }

  /** The table that is read from now on; empty for none. */
  void table(String id) {
    table = id;
  }

  /** Each cell, in the order of the file. */
  List<Told> told() {
    return List.copyOf(told);
  }

  /** A cell among headings that is not taken; the name of a table or a column is no loss there. */
  void beside(GridCell cell, String why) {
    if (!guide.isName(cell.text())) {
      unread(cell, why);
    }
  }

  /** Whether a text is an explanation that an export of ours has. */
  boolean isOurs(GridCell cell) {
    return guide.explains(cell.text());
  }

  /** A cell that is not taken. */
  void unread(GridCell cell, String why) {
    if (!guide.explains(cell.text())) {
      add(Kind.LEFT, cell, why);
    }
  }

  /** A text that is kept beside the rows of its table; whether it is one of the maker. */
  boolean beside(GridCell cell) {
    boolean own = !guide.explains(cell.text());
    if (own) {
      add(Kind.BESIDE, cell, "it stands beside the rows");
    }
    return own;
  }

  /** An answer that cannot be taken as it stands. */
  void refused(GridCell cell, String why, String remedy) {
    add(Kind.LOST, cell, why.replaceFirst("\\.$", "") + ". " + remedy);
  }

  /** What is taken with a doubt. */
  void guessed(GridCell cell, String what) {
    add(Kind.DOUBT, cell, what);
  }

  /** A cell that is kept whole beside the value that it has. */
  void kept(GridCell cell, String what) {
    add(Kind.KEPT, cell, what);
  }

  /** A title or question of the standard, which the catalogue has in words of its own. */
  void standard(GridCell cell) {
    add(Kind.STANDARD, cell, "the catalogue has its own words for this");
  }

  /** What the catalogue says, and the file says otherwise. */
  void ours(GridCell cell, String expected) {
    if (!Vocabulary.fold(cell.text()).equals(Vocabulary.fold(expected))) {
      add(Kind.STANDARD, cell, "the catalogue says '" + Shape.shown(expected) + "'");
    }
  }

  private void add(Kind kind, GridCell cell, String why) {
    String plain = why.replaceFirst("\\.$", "");
    told.add(new Told(kind, table, cell.place(), cell.where(), cell.text(), plain));
  }

  /** Tells all: one problem for each kind and table, and one for all that stands beside rows. */
  void to(Problems problems) {
    Map<String, List<Told>> groups = new LinkedHashMap<>();
    told.forEach(t -> groups.computeIfAbsent(group(t), g -> new ArrayList<>()).add(t));
    groups.values().forEach(g -> tell(g, problems));
  }

  private static String group(Told t) {
    if (t.kind() == Kind.BESIDE) {
      return t.kind().name();
    }
    return t.kind() + " " + (t.table().isEmpty() ? t.why() : t.table());
  }

  private static void tell(List<Told> group, Problems problems) {
    Told first = group.getFirst();
    Place place = first.place();
    String of = first.table().isEmpty() ? "" : " of " + first.table();
    int n = group.size();
    String cells = n + (n == 1 ? " cell" : " cells") + of;
    switch (first.kind()) {
      case LOST ->
          problems.add(
              problem(
                  "PLB-9521",
                  Severity.ERROR,
                  place,
                  n + (n == 1 ? " answer" : " answers") + of + " could not be taken: ",
                  group,
                  MOST_LOST,
                  "Correct these cells in the file and import it again."));
      case LEFT ->
          problems.add(
              problem(
                  "PLB-9520",
                  Severity.WARNING,
                  place,
                  cells + (n == 1 ? " is" : " are") + " not in the dossier: ",
                  group,
                  EXAMPLES,
                  "Nothing, if they are no answers; --left FILE writes all of them."));
      case DOUBT ->
          problems.add(
              problem(
                  "PLB-9530",
                  Severity.WARNING,
                  place,
                  cells + (n == 1 ? " was" : " were") + " read with a doubt: ",
                  group,
                  EXAMPLES,
                  "Check that this is what is meant; else correct it in the dossier."));
      case KEPT ->
          problems.add(
              problem(
                  "PLB-9534",
                  Severity.HINT,
                  place,
                  cells + (n == 1 ? " has" : " have") + " a value and words around it, both kept: ",
                  group,
                  EXAMPLES,
                  "Nothing; the words stand under 'remarks' in the row."));
      case BESIDE ->
          problems.add(
              problem(
                  "PLB-9537",
                  Severity.HINT,
                  place,
                  n
                      + (n == 1 ? " text stands" : " texts stand")
                      + " beside the rows of their tables, and "
                      + (n == 1 ? "is" : "are")
                      + " kept: ",
                  group,
                  EXAMPLES,
                  "Nothing; 'remarks' of the table holds them."));
      case STANDARD ->
          problems.add(
              problem(
                  "PLB-9531",
                  Severity.HINT,
                  place,
                  cells + (n == 1 ? " repeats" : " repeat") + " the standard in other words: ",
                  group,
                  EXAMPLES,
                  "Nothing, unless the file is of another edition."));
    }
  }

  private static dev.plumbline.core.Problem problem(
      String id,
      Severity severity,
      Place place,
      String what,
      List<Told> group,
      int most,
      String remedy) {
    String shown = group.stream().limit(most).map(Telling::line).collect(Collectors.joining("; "));
    int more = group.size() - most;
    String rest = more > 0 ? "; and " + more + " more." : ".";
    return new dev.plumbline.core.Problem(id, severity, place, what + shown + rest, remedy);
  }

  private static String line(Told t) {
    String line = t.place().line() > 0 ? "line " + t.place().line() + ", " : "";
    return line
        + t.where()
        + " '"
        + Shape.shown(t.text().replace('\n', ' '))
        + "' ("
        + t.why()
        + ")";
  }
}
