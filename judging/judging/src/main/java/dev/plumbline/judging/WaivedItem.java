package dev.plumbline.judging;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Waiver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An accepted risk, and what has become of it. It changes no verdict, whatever its state.
 *
 * @param waiver the last one on its item
 */
public record WaivedItem(Waiver waiver, State state) {

  /** What has become of a waiver. */
  public enum State {
    /** The item FAILs as accepted, and the last day has not passed. */
    IN_FORCE,
    /** The last day has passed. */
    EXPIRED,
    /** The item FAILs for another reason than the accepted one. */
    OTHER_FINDING,
    /** The item does not FAIL. */
    NOT_NEEDED,
    /** The item is not in the plan. */
    VANISHED
  }

  /**
   * What has become of the accepted risks.
   *
   * @param waivers in the order of the journal
   * @param day the day of the assessment
   */
  static List<WaivedItem> of(Stream<Judged> items, List<Waiver> waivers, LocalDate day) {
    Map<ItemId, Waiver> last = new LinkedHashMap<>();
    waivers.forEach(w -> last.put(w.item(), w));
    Map<ItemId, Finding> findings = new HashMap<>();
    items
        .filter(i -> last.containsKey(i.item().id()))
        .forEach(i -> findings.put(i.item().id(), i.finding()));
    return last.values().stream()
        .sorted((x, y) -> x.item().compareTo(y.item()))
        .map(w -> new WaivedItem(w, state(w, Optional.ofNullable(findings.get(w.item())), day)))
        .toList();
  }

  private static State state(Waiver waiver, Optional<Finding> finding, LocalDate day) {
    if (finding.isEmpty()) {
      return State.VANISHED;
    }
    if (!(finding.get() instanceof Finding.Violated violated)) {
      return State.NOT_NEEDED;
    }
    if (day.isAfter(waiver.until())) {
      return State.EXPIRED;
    }
    return violated.reason().equals(waiver.finding()) ? State.IN_FORCE : State.OTHER_FINDING;
  }

  public boolean inForce() {
    return state == State.IN_FORCE;
  }

  /** What people have to know of it, in one or two sentences. */
  public String sentence() {
    String accepted = "accepted by " + waiver.by() + " until " + waiver.until();
    return switch (state) {
      case IN_FORCE -> "It stays a FAIL, " + accepted + ": " + waiver.because();
      case EXPIRED -> "The waiver has expired; " + accepted + ": " + waiver.because();
      case OTHER_FINDING ->
          "The waiver does not cover this FAIL; " + accepted + ": " + waiver.finding();
      case NOT_NEEDED -> "The waiver is not needed, as this does not FAIL; " + accepted + ".";
      case VANISHED -> "The waiver is for an item that is not in the plan; " + accepted + ".";
    };
  }
}
