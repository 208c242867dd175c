package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Recogniser;
import dev.plumbline.exchange.layout.Recogniser.Found;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.exchange.source.MarkdownBlock.Heading;
import dev.plumbline.exchange.source.MarkdownBlock.Note;
import dev.plumbline.exchange.source.MarkdownBlock.Prose;
import dev.plumbline.exchange.source.MarkdownBlock.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes tables of headings: one heading names a table, one below it an entry, one below that a
 * column, and what stands under it is the answer.
 */
public final class MarkdownForms {
  private final String file;
  private final Recogniser recogniser;
  private final List<Grid> grids = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Stray> stray = new ArrayList<>();
  private final List<Heading> open = new ArrayList<>();
  private final List<List<GridCell>> form = new ArrayList<>();
  private Optional<Layout> layout = Optional.empty();
  private int layoutLevel;
  private int entryLevel;
  private Optional<MarkdownStatements> statements = Optional.empty();
  private Optional<Heading> field = Optional.empty();
  private Optional<GridCell> answer = Optional.empty();

  MarkdownForms(String file, Recogniser recogniser) {
    this.file = file;
    this.recogniser = recogniser;
  }

  Source read(List<MarkdownBlock> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      switch (blocks.get(i)) {
        case Heading h -> heading(h, next(blocks, i));
        case Prose p -> prose(p.text());
        case Table t -> table(t);
        case Note n -> note(n.text());
      }
    }
    endEntry();
    return new Source(grids, notes, stray);
  }

  private static Optional<Heading> next(List<MarkdownBlock> blocks, int from) {
    return blocks.subList(from + 1, blocks.size()).stream()
        .filter(Heading.class::isInstance)
        .map(Heading.class::cast)
        .findFirst();
  }

  private void note(GridCell cell) {
    boolean ours = cell.text().startsWith(Source.MARK) || cell.text().startsWith("[");
    if (ours) {
      notes.add(cell.text());
    } else {
      stray.add(Stray.under(titles(), cell));
    }
  }

  private void heading(Heading heading, Optional<Heading> next) {
    if (field.isPresent() && heading.level() > field.get().level()) {
      prose(heading.text());
      return;
    }
    endField();
    open.removeIf(h -> h.level() >= heading.level());
    if (statements.isPresent() && heading.level() > layoutLevel) {
      if (!statements.get().heading(heading.text())) {
        stray.add(Stray.title(heading.text()));
      }
      open.add(heading);
      return;
    }
    boolean inside = layout.isPresent() && heading.level() > layoutLevel;
    if (inside && inside(heading, next)) {
      open.add(heading);
      return;
    }
    Optional<Layout> named = recogniser.byTitle(heading.text().text());
    if (named.isPresent()) {
      endEntry();
      stray.add(Stray.title(heading.text()));
      layout = named.filter(l -> l.kind() == TableKind.IXIT);
      statements = named.filter(MarkdownForms::isStatements).map(MarkdownStatements::new);
      layoutLevel = heading.level();
      entryLevel = heading.level();
    } else if (!inside) {
      endEntry();
      layout = Optional.empty();
      stray.add(Stray.title(heading.text()));
    } else {
      // A column that the table does not have ends no entry, only what stands under it is unread.
      if (heading.level() <= entryLevel) {
        endEntry();
      }
      stray.add(Stray.title(heading.text()));
    }
    open.add(heading);
  }

  private static boolean isStatements(Layout layout) {
    return layout.kind() == TableKind.CONDITIONS || layout.kind() == TableKind.FEATURES;
  }

  /** An entry or a column of the table at hand. */
  private boolean inside(Heading heading, Optional<Heading> next) {
    Layout table = layout.orElseThrow();
    String text = heading.text().text();
    int colon = text.indexOf(':');
    Optional<Found> whole = recogniser.column(table, text);
    Optional<Found> before =
        colon > 0 ? recogniser.column(table, text.substring(0, colon)) : Optional.empty();
    if (before.filter(f -> f.column().isId()).isPresent()) {
      startEntry(heading, text.substring(0, colon), text.substring(colon + 1).strip());
      return true;
    }
    if (whole.filter(f -> !f.column().isId() && !f.guess()).isPresent()) {
      field = Optional.of(heading);
      return true;
    }
    if (before.isPresent() && colon + 1 < text.length()) {
      field = Optional.of(new Heading(heading.level(), part(heading.text(), text, 0, colon)));
      answer = Optional.of(part(heading.text(), text, colon + 1, text.length()));
      return true;
    }
    if (whole.filter(f -> !f.column().isId()).isPresent()) {
      field = Optional.of(heading);
      return true;
    }
    boolean entry =
        !table.single()
            && next.filter(n -> n.level() > heading.level())
                .flatMap(n -> recogniser.column(table, n.text().text()))
                .isPresent();
    if (entry) {
      startEntry(heading, "ID", text);
    }
    return entry;
  }

  private GridCell part(GridCell of, String text, int from, int to) {
    String part = text.substring(from, to).strip();
    return new GridCell(of.row(), of.column(), part, of.place(), of.where());
  }

  private void startEntry(Heading heading, String word, String id) {
    endEntry();
    entryLevel = heading.level();
    GridCell at = heading.text();
    List<GridCell> row = new ArrayList<>();
    row.add(new GridCell(at.row(), 1, word, at.place(), at.where()));
    if (!id.isBlank()) {
      row.add(new GridCell(at.row(), 2, id, at.place(), at.where()));
    }
    form.add(row);
  }

  private void prose(GridCell text) {
    if (field.isEmpty() && statements.isPresent()) {
      statements.get().prose(text).forEach(c -> stray.add(Stray.under(titles(), c)));
      return;
    }
    if (field.isEmpty()) {
      stray.add(Stray.under(titles(), text));
      return;
    }
    answer =
        Optional.of(
            answer
                .map(
                    a ->
                        new GridCell(
                            a.row(),
                            a.column(),
                            a.text() + "\n\n" + text.text(),
                            a.place(),
                            a.where()))
                .orElse(text));
  }

  private void table(Table table) {
    if (field.isPresent()) {
      table.rows().forEach(r -> r.forEach(this::prose));
      return;
    }
    List<String> titles = titles();
    if (!table.rows().isEmpty()) {
      grids.add(new Grid(Place.of(file), titles, table.rows(), List.of()));
    }
  }

  /** The headings over what follows, the nearest first. */
  private List<String> titles() {
    return open.reversed().stream().map(h -> h.text().text()).toList();
  }

  private void endField() {
    if (field.isPresent() && answer.isPresent()) {
      GridCell name = field.get().text();
      GridCell said = answer.get();
      form.add(
          List.of(
              new GridCell(name.row(), 1, name.text(), name.place(), name.where()),
              new GridCell(name.row(), 2, said.text(), said.place(), said.where())));
    }
    field = Optional.empty();
    answer = Optional.empty();
  }

  private void endEntry() {
    endField();
    statements.flatMap(s -> s.grid(file)).ifPresent(grids::add);
    statements = Optional.empty();
    if (!form.isEmpty() && layout.isPresent()) {
      grids.add(new Grid(Place.of(file), List.of(layout.get().id()), form, List.of()));
    }
    form.clear();
  }
}
