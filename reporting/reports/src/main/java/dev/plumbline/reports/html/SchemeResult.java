package dev.plumbline.reports.html;

import dev.plumbline.scheme.Eligibility;
import dev.plumbline.scheme.NextLevel;
import java.time.LocalDate;
import java.util.List;

/**
 * How a product stands to every level of every scheme.
 *
 * @param document the edition that it was judged by
 * @param on the day for which schemes are asked
 * @param asOf the day of the facts on schemes
 * @param tool name and version of the program
 */
public record SchemeResult(
    String product,
    String document,
    LocalDate on,
    LocalDate asOf,
    List<Eligibility> levels,
    List<NextLevel> next,
    String tool) {
  public SchemeResult {
    levels = List.copyOf(levels);
    next = List.copyOf(next);
  }
}
