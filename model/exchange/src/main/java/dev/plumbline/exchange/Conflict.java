package dev.plumbline.exchange;

import dev.plumbline.core.Place;

/**
 * A cell that both the maker's file and the dossier changed since the last import, each in its own
 * way.
 *
 * @param key of the cell; {@code remarks/KEY} for a remark
 * @param before what the file said at the last import
 */
public record Conflict(
    String table,
    String row,
    String key,
    Object before,
    String mine,
    Place here,
    String theirs,
    Place there) {
  /** Which side counts where both changed a cell. */
  public enum Side {
    DOSSIER,
    FILE
  }
}
