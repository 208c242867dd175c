package dev.plumbline.app.draft;

import java.util.List;

/**
 * A value for a cell of the IXIT that is empty.
 *
 * @param table id of the table
 * @param row id of the entry
 * @param newRow whether the entry is not there yet
 * @param key column or typed field
 * @param value a text, flag, whole number or list of texts
 * @param from the observation or file that it was taken from, for people
 * @param observed whether it comes from an observation: the cell then proves nothing when it is
 *     compared with the device
 */
public record Proposal(
    String table,
    String row,
    boolean newRow,
    String key,
    Object value,
    Certainty certainty,
    String from,
    boolean observed) {

  /** The same cell with a value that a person wrote instead. */
  public Proposal changed(Object other) {
    return new Proposal(
        table, row, newRow, key, other, Certainty.CERTAIN, "changed by a person", false);
  }

  /**
   * The same cell with what a person typed instead, read as the proposed value is: lines of a list,
   * yes or no, a whole number, a text.
   *
   * @param text not blank
   */
  public Proposal typed(String text) {
    return changed(
        switch (value) {
          case List<?> l -> text.lines().map(String::strip).filter(v -> !v.isEmpty()).toList();
          case Boolean b -> Boolean.valueOf(text.strip().matches("(?i)true|yes|y"));
          case Number n when text.strip().matches("\\d{1,18}") ->
              (Object) Long.valueOf(text.strip());
          default -> text.strip();
        });
  }

  /** The value as a person types it: the values of a list a line each, yes or no. */
  public String text() {
    return switch (value) {
      case List<?> l -> String.join("\n", l.stream().map(String::valueOf).toList());
      case Boolean b -> b ? "yes" : "no";
      default -> String.valueOf(value);
    };
  }

  /** The cell as TABLE/ROW key. */
  public String cell() {
    return table + "/" + row + " " + key;
  }
}
