package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.core.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A verdict that a document or a table states.
 *
 * @param unit such as {@code 5.1-1-1a}
 * @param subjects rows that it is about, as written; none when it is about all that the unit asks
 * @param by the person whom the document names; empty when it names none
 * @param on the day that it names, as written
 * @param evidence files or texts that it points to
 * @param remedy what to do about a FAIL; empty when it does not say
 */
public record StatedVerdict(
    String unit,
    List<String> subjects,
    Verdict verdict,
    String reason,
    Optional<String> by,
    Optional<String> on,
    List<String> evidence,
    String remedy,
    Place place) {
  public StatedVerdict {
    subjects = List.copyOf(subjects);
    evidence = List.copyOf(evidence);
  }
}
