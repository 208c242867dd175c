package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;

/**
 * A cell of a file as it was read; blank cells are left out.
 *
 * @param row from 1
 * @param column from 1
 * @param place for problems
 * @param where as the program of the file names it: {@code cell C12}
 */
public record GridCell(int row, int column, String text, Place place, String where) {}
