package dev.plumbline.exchange;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Layouts;
import dev.plumbline.exchange.layout.Vocabulary;
import dev.plumbline.exchange.source.GridCell;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Understands the cell that names a row: a provision, a condition, or the entry of a table. */
final class RowIds {
  private static final BoundedPattern LABEL =
      BoundedPattern.compile(
          "(?i)^(?:(?:condition|feature|bedingung|merkmal|c|f)\\s*)?"
              + "(?:\\((\\w{1,3})\\)|(\\w{1,3})(?=\\s*[:.)]|$))");
  private static final BoundedPattern STATUS =
      BoundedPattern.compile("\\(?\\s*(?:[MRCFO]|\\([\\w, ]{1,20}\\)|[\\s,]){1,60}\\)?");
  private static final BoundedPattern TITLED =
      BoundedPattern.compile("([^/+@,:\\s\\p{Cntrl}]{1,80})\\s*:\\s+(.+)", BoundedPattern.DOTALL);
  private static final BoundedPattern PLAIN = BoundedPattern.compile("[^/+@,\\s\\p{Cntrl}]{1,80}");

  private final Layout layout;
  private final Set<String> known;
  private final Vocabulary words;
  private final Telling telling;

  /**
   * For a table.
   *
   * @param known ids of the provisions, conditions or features; empty for the IXIT
   */
  RowIds(Layout layout, Set<String> known, Vocabulary words, Telling telling) {
    this.layout = layout;
    this.known = known;
    this.words = words;
    this.telling = telling;
  }

  /**
   * How a row is named.
   *
   * @param title what stands behind the id; empty when nothing does
   */
  record Name(String id, String title) {
    static Name of(String id) {
      return new Name(id, "");
    }
  }

  /** The name of a row; empty when it cannot be told, which is told. */
  Optional<Name> of(RawRow row, int number) {
    if (layout.single()) {
      return Optional.of(Name.of(Layouts.rowOfSingle()));
    }
    return switch (layout.kind()) {
      case ICS -> row.id().flatMap(c -> provision(c, row)).map(Name::of);
      case CONDITIONS, FEATURES -> row.id().flatMap(c -> label(c, row)).map(Name::of);
      case IXIT, PRODUCT -> entry(row, number);
    };
  }

  private Optional<String> provision(GridCell cell, RawRow row) {
    Optional<Vocabulary.Named> named =
        words.provision(cell.text()).or(() -> words.clauseSix(cell.text(), known));
    if (named.isEmpty()) {
      lost(cell, row, "it is no number of a provision, such as 5.1-1");
      return Optional.empty();
    }
    String id = named.get().provision();
    if (!ProvisionId.isValid(id) || !known.contains(id)) {
      telling.refused(
          cell, "the edition has no provision " + id + ".", "Look at the edition of the file.");
      return Optional.empty();
    }
    if (!named.get().rest().isEmpty() && !STATUS.matcher(named.get().rest()).matches()) {
      telling.standard(part(cell, named.get().rest()));
    }
    return Optional.of(id);
  }

  /** A row that answers, and whose question is not known, is a lost answer. */
  private void lost(GridCell cell, RawRow row, String why) {
    boolean answered =
        row.cells().values().stream().anyMatch(c -> words.opening(c.text()).isPresent());
    if (answered) {
      telling.refused(cell, why, "Write the number that its table has.");
    } else {
      telling.unread(cell, why);
    }
  }

  private static GridCell part(GridCell of, String text) {
    return new GridCell(of.row(), of.column(), text, of.place(), of.where());
  }

  private Optional<String> label(GridCell cell, RawRow row) {
    Matcher label = LABEL.matcher(cell.text().strip());
    boolean found = label.find();
    String id =
        found
            ? Optional.ofNullable(label.group(1))
                .orElseGet(() -> label.group(2))
                .toLowerCase(Locale.ROOT)
            : "";
    if (!known.contains(id)) {
      lost(cell, row, "the edition has no such condition or feature");
      return Optional.empty();
    }
    String behind = cell.text().strip().substring(label.end()).replaceFirst("^[\\s:.)-]+", "");
    if (!behind.isBlank()) {
      telling.standard(part(cell, behind));
    }
    return Optional.of(id);
  }

  private Optional<Name> entry(RawRow row, int number) {
    if (row.id().isEmpty()) {
      String stem = layout.id().substring(layout.id().indexOf('-') + 1);
      String made = stem + "-row-" + number;
      telling.guessed(row.at(), "the row has no ID; it is taken in as '" + made + "'");
      return Optional.of(Name.of(made));
    }
    String written = row.id().get().text().strip();
    if (PLAIN.matcher(written).matches()) {
      return Optional.of(Name.of(written));
    }
    Matcher titled = TITLED.matcher(written);
    if (titled.matches()) {
      return Optional.of(new Name(titled.group(1), titled.group(2).strip()));
    }
    String made = written.replaceAll("[/+@,\\s\\p{Cntrl}]+", "-").replaceAll("^-+|-+$", "");
    String id = made.length() > 80 ? made.substring(0, 80) : made;
    if (id.isEmpty()) {
      telling.refused(row.id().get(), "it can be no ID.", "Use letters, digits, '-' and '.'.");
      return Optional.empty();
    }
    telling.guessed(row.id().get(), "this can be no ID; it is taken in as '" + id + "'");
    return Optional.of(Name.of(id));
  }
}
