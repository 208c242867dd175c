package dev.plumbline.exchange.source;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text beside the tables.
 *
 * @param titles headings over it, the nearest first
 * @param title whether it is a heading or the caption of a table itself
 * @param aside whether it is a comment, a note or a text box, so that it makes sense with its place
 */
public record Stray(GridCell cell, List<String> titles, boolean title, boolean aside) {
  private static final BoundedPattern PRESET =
      BoundedPattern.compile(
          "(?iu)(?:sheet|table|tabelle|feuil|feuille|hoja|foglio|blad|ark|arkusz|planilha|list)"
              + "\\s?\\d{1,3}");

  public Stray {
    titles = List.copyOf(titles);
  }

  /** A text under headings. */
  static Stray under(List<String> titles, GridCell cell) {
    return new Stray(cell, titles, false, false);
  }

  /** A comment, a note or a text box. */
  static Stray aside(List<String> titles, Place place, String where, String text) {
    return new Stray(new GridCell(0, 1, text, place, where), titles, false, true);
  }

  /** The name of a sheet, where it is not the one that a program gives it. */
  static Optional<Stray> sheet(String name, Place place) {
    return PRESET.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(title(new GridCell(0, 1, name, place, "name of a sheet")));
  }

  /** As a remark that is read without its file. */
  public GridCell remark() {
    if (!aside) {
      return cell;
    }
    String lead = cell.where().substring(0, 1).toUpperCase(Locale.ROOT) + cell.where().substring(1);
    return new GridCell(
        cell.row(), cell.column(), lead + ": " + cell.text(), cell.place(), cell.where());
  }

  /** A heading or caption. */
  static Stray title(GridCell cell) {
    return new Stray(cell, List.of(), true, false);
  }
}
