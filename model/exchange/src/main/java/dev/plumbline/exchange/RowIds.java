package dev.plumbline.exchange;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.ProvisionId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Understands the cell that names a row: a provision, a condition, or the entry of a table. */
final class RowIds {
  private static final BoundedPattern LABEL =
      BoundedPattern.compile(
          "(?i)^(?:condition|feature|bedingung|merkmal|c|f)?\\s*\\(?(\\w{1,3})\\)?$");
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

  /** The id of a row; empty when it cannot be told, which is told. */
  Optional<String> of(RawRow row, int number) {
    if (layout.single()) {
      return Optional.of(Layouts.rowOfSingle());
    }
    return switch (layout.kind()) {
      case ICS -> row.id().flatMap(this::provision);
      case CONDITIONS, FEATURES -> row.id().flatMap(this::label);
      case IXIT, PRODUCT -> entry(row, number);
    };
  }

  private Optional<String> provision(GridCell cell) {
    Optional<Vocabulary.Named> named = words.provision(cell.text());
    if (named.isEmpty()) {
      telling.unread(cell, "it is no number of a provision, such as 5.1-1.");
      return Optional.empty();
    }
    String id = named.get().provision();
    if (!ProvisionId.isValid(id) || !known.contains(id)) {
      telling.refused(
          cell, "the edition has no provision " + id + ".", "Look at the edition of the file.");
      return Optional.empty();
    }
    if (!named.get().rest().isEmpty()) {
      telling.guessed(cell, "this is read as provision " + id + "; the words behind are not read");
    }
    return Optional.of(id);
  }

  private Optional<String> label(GridCell cell) {
    Matcher label = LABEL.matcher(cell.text().strip());
    String id = label.matches() ? label.group(1) : "";
    if (known.contains(id)) {
      return Optional.of(id);
    }
    telling.unread(cell, "the edition has no such label here.");
    return Optional.empty();
  }

  private Optional<String> entry(RawRow row, int number) {
    if (row.id().isEmpty()) {
      String stem = layout.id().substring(layout.id().indexOf('-') + 1);
      String made = stem + "-row-" + number;
      telling.guessed(row.at(), "the row has no ID; it is taken in as '" + made + "'");
      return Optional.of(made);
    }
    String written = row.id().get().text();
    if (PLAIN.matcher(written).matches()) {
      return Optional.of(written);
    }
    String made = written.replaceAll("[/+@,\\s\\p{Cntrl}]+", "-").replaceAll("^-+|-+$", "");
    String id = made.length() > 80 ? made.substring(0, 80) : made;
    if (id.isEmpty()) {
      telling.refused(row.id().get(), "it can be no ID.", "Use letters, digits, '-' and '.'.");
      return Optional.empty();
    }
    telling.guessed(row.id().get(), "this can be no ID; it is taken in as '" + id + "'");
    return Optional.of(id);
  }
}
