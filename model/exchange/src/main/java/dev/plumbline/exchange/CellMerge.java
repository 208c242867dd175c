package dev.plumbline.exchange;

import dev.plumbline.core.Place;
import java.util.Optional;

/**
 * A cell that a file of the maker and the dossier fill differently, beside what the file said at
 * the last import.
 *
 * @param key of the cell; {@code remarks/KEY} for a remark
 * @param then what the file said at the last import; empty where it had no such cell, or never was
 *     imported
 * @param before the same as text; empty where there is none
 * @param mine what the dossier says, as text; empty where it says nothing
 * @param here where in the dossier; where in the file, if the dossier has no such cell
 * @param theirs what the file says now, as text
 * @param there where in the file
 */
public record CellMerge(
    String table,
    String row,
    String key,
    Standing standing,
    Optional<Object> then,
    String before,
    String mine,
    Place here,
    String theirs,
    Place there) {

  /** Who changed the cell since the last import. */
  public enum Standing {
    FILE_CHANGED,
    DOSSIER_CHANGED,
    BOTH_CHANGED;

    static Standing of(boolean theirs, boolean mine) {
      if (!theirs) {
        return DOSSIER_CHANGED;
      }
      return mine ? BOTH_CHANGED : FILE_CHANGED;
    }
  }

  /** What becomes of a cell. */
  public enum Taken {
    FILE,
    /** The dossier stays as it is, also at the next import of the same file. */
    DOSSIER,
    /** The dossier stays as it is for now, and the next import tells of the cell again. */
    NEITHER
  }

  /** Says what becomes of each cell. */
  @FunctionalInterface
  public interface Choice {
    /** What becomes of this one. */
    Taken of(CellMerge cell);

    /** What only one side changed is taken from it. */
    static Choice usual(Conflict.Side both) {
      return cell ->
          switch (cell.standing()) {
            case FILE_CHANGED -> Taken.FILE;
            case DOSSIER_CHANGED -> Taken.DOSSIER;
            case BOTH_CHANGED ->
                switch (both) {
                  case FILE -> Taken.FILE;
                  case DOSSIER -> Taken.NEITHER;
                };
          };
    }
  }

  /** The same as a conflict that is open. */
  Conflict conflict() {
    return new Conflict(table, row, key, then.orElse(""), mine, here, theirs, there);
  }
}
