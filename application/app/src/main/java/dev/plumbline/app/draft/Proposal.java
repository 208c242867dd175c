package dev.plumbline.app.draft;

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

  /** The cell as TABLE/ROW key. */
  public String cell() {
    return table + "/" + row + " " + key;
  }
}
