package dev.plumbline.exchange;

import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a maker might have written, in no format yet: tables of the ICS and IXIT with good and bad
 * headings, rows and answers, and texts beside them. Each word of its own stands once.
 *
 * @param parts in the order of the file
 */
record RandomPaper(List<Part> parts) {
  RandomPaper {
    parts = List.copyOf(parts);
  }

  /** A piece of the file. */
  sealed interface Part {
    /** A heading, or the caption of what follows. */
    record Heading(int level, String text) implements Part {}

    /** A paragraph. */
    record Prose(String text) implements Part {}

    /** A comment at the text or cell before it. */
    record Comment(String text) implements Part {}

    /** A text box. */
    record Box(String text) implements Part {}

    /** A table; blank cells are empty texts. */
    record Table(String title, List<List<String>> rows) implements Part {}
  }

  /** Makes one. */
  static RandomPaper of(Random random, List<Layout> layouts) {
    return new Maker(random, layouts).paper();
  }

  private static final class Maker {
    private static final List<String> OPENINGS =
        List.of(
            "",
            "",
            "",
            "",
            "Yes, ",
            "yes (",
            "No. ",
            "no, except ",
            "None, because ",
            "N/A: ",
            "not applicable, ",
            "partially ",
            "yes, but only ",
            "Y - ",
            "Ja, ",
            "12 ",
            "true ",
            "2026-01-02 ",
            "tcp/443, ",
            "https://example.com/",
            "AuthMech-1, ",
            "AuthMech-1 and ",
            "=",
            "- ",
            "1. ");
    private static final List<String> JOINTS = List.of(" ", " ", " ", ", ", "; ", "\n", ". ", ": ");
    private static final List<String> PROVISIONS =
        List.of("5.1-1", "Provision 5.1-2", "5.2-1 (M)", "6.1", "5.3-2", "5.99-9", "5.1-1");
    private static final List<String> LABELS = List.of("(12)", "3", "a", "(b)", "Feature c", "zz");

    private final Random random;
    private final List<Layout> layouts;
    private int words;

    Maker(Random random, List<Layout> layouts) {
      this.random = random;
      this.layouts = layouts;
    }

    RandomPaper paper() {
      List<Part> parts = new ArrayList<>();
      parts.add(new Part.Heading(1, phrase(2)));
      parts.add(new Part.Heading(2, "IXIT 1-AuthMech: Authentication Mechanisms"));
      parts.add(
          new Part.Table(
              "IXIT 1-AuthMech: Authentication Mechanisms",
              List.of(List.of("ID", "Description"), List.of("AuthMech-1", answer()))));
      for (int i = 0; i < 3; i++) {
        beside(parts);
        Layout layout = layouts.get(random.nextInt(layouts.size()));
        String title = title(layout);
        if (random.nextInt(3) > 0) {
          parts.add(new Part.Heading(2, title));
        }
        beside(parts);
        parts.add(new Part.Table(title, rows(layout)));
        beside(parts);
      }
      return new RandomPaper(parts);
    }

    private void beside(List<Part> parts) {
      switch (random.nextInt(6)) {
        case 0 -> parts.add(new Part.Prose(phrase(6)));
        case 1 -> parts.add(new Part.Comment(phrase(3)));
        case 2 -> parts.add(new Part.Box(phrase(3)));
        case 3 -> parts.add(new Part.Heading(2 + random.nextInt(2), phrase(2)));
        default -> {}
      }
    }

    private String title(Layout layout) {
      return switch (random.nextInt(5)) {
        case 0 -> layout.id();
        case 1 -> layout.title() + " " + phrase(2);
        case 2 -> phrase(2);
        case 3 -> "Summary " + layout.id() + " " + phrase(1);
        default -> layout.caption();
      };
    }

    private List<List<String>> rows(Layout layout) {
      return layout.single() || random.nextInt(5) == 0 ? form(layout) : table(layout);
    }

    private List<List<String>> table(Layout layout) {
      List<List<String>> rows = new ArrayList<>();
      if (random.nextInt(4) == 0) {
        rows.add(List.of(phrase(3)));
      }
      List<String> headings = new ArrayList<>();
      List<Column> columns = layout.columns();
      int wide = 2 + random.nextInt(4);
      for (int c = 0; c < wide; c++) {
        headings.add(
            c == 0 && random.nextInt(6) > 0
                ? columns.getFirst().heading()
                : heading(columns.get(random.nextInt(columns.size()))));
      }
      rows.add(headings);
      int deep = 1 + random.nextInt(4);
      for (int r = 0; r < deep; r++) {
        List<String> row = new ArrayList<>();
        row.add(id(layout, r));
        for (int c = 1; c < wide + random.nextInt(2); c++) {
          row.add(random.nextInt(6) == 0 ? "" : answer());
        }
        rows.add(row);
      }
      return rows;
    }

    private List<List<String>> form(Layout layout) {
      List<List<String>> rows = new ArrayList<>();
      List<Column> columns = layout.columns();
      int deep = 2 + random.nextInt(5);
      for (int r = 0; r < deep; r++) {
        List<String> row = new ArrayList<>();
        row.add(heading(columns.get(random.nextInt(columns.size()))));
        for (int c = random.nextInt(3); c > 0; c--) {
          row.add(answer());
        }
        rows.add(row);
      }
      return rows;
    }

    private String heading(Column column) {
      return switch (random.nextInt(8)) {
        case 0 -> phrase(2);
        case 1 -> column.heading() + " (" + phrase(1) + ")";
        case 2 -> column.key();
        default -> column.heading();
      };
    }

    private String id(Layout layout, int row) {
      if (random.nextInt(8) == 0) {
        return random.nextBoolean() ? "" : phrase(3);
      }
      String id =
          switch (layout.kind()) {
            case ICS -> PROVISIONS.get(random.nextInt(PROVISIONS.size()));
            case CONDITIONS, FEATURES -> LABELS.get(random.nextInt(LABELS.size()));
            case IXIT, PRODUCT ->
                layout.id().substring(layout.id().indexOf('-') + 1) + "-" + (row / 2);
          };
      return random.nextInt(3) == 0 ? id + ": " + phrase(2) : id;
    }

    private String answer() {
      return OPENINGS.get(random.nextInt(OPENINGS.size())) + phrase(5);
    }

    private String phrase(int most) {
      StringBuilder phrase = new StringBuilder();
      for (int n = 1 + random.nextInt(most); n > 0; n--) {
        words++;
        phrase.append("qz").append(words).append('k');
        phrase.append(n > 1 ? JOINTS.get(random.nextInt(JOINTS.size())) : "");
      }
      return phrase.toString();
    }
  }
}
