package dev.plumbline.workbench.overview;

import java.util.Optional;

/**
 * A part of the product: a row of a table, or something that was seen and stands in none.
 *
 * @param id such as {@code SoftServ-1}
 * @param declared what the row says, in short
 * @param seen what the test saw of it, and how the items of the row stand
 * @param css class of the worst verdict; {@code none} where nothing is judged
 * @param mark one sign of it
 * @param path of the page of the row; empty where it has none
 */
public record ProductPart(
    String id, String declared, String seen, String css, String mark, Optional<String> path) {}
