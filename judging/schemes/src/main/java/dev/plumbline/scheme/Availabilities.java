package dev.plumbline.scheme;

import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.PartialDate;
import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.SchemeState;
import dev.plumbline.scheme.Eligibility.Availability;
import java.time.LocalDate;

/** Whether a level can be had on a day, as far as the facts go. */
final class Availabilities {
  private Availabilities() {}

  /** An answer and the sentence that says so; the sentence is empty for a plain yes. */
  record Told(Availability availability, String text) {}

  /**
   * The answer for a level.
   *
   * @param asOf the day on which the facts were gathered
   */
  static Told of(Scheme scheme, Level level, LocalDate on, LocalDate asOf) {
    return switch (scheme.state()) {
      case CLOSED -> closed(scheme.stateSince(), on, asOf);
      case NOT_OPEN ->
          new Told(Availability.NOT_OPEN, "As of " + asOf + " it had taken no product.");
      case UNKNOWN, ACTIVE -> begun(scheme, level.from(), on, asOf);
    };
  }

  private static Told closed(PartialDate since, LocalDate on, LocalDate asOf) {
    PartialDate.Reached reached =
        since.known()
            ? since.on(on)
            : on.isBefore(asOf) ? PartialDate.Reached.UNKNOWN : PartialDate.Reached.YES;
    return switch (reached) {
      case YES -> new Told(Availability.CLOSED, "It is closed to new labels" + told(since) + ".");
      case NO -> new Told(Availability.YES, "");
      case UNKNOWN ->
          new Told(
              Availability.UNKNOWN,
              "It is closed to new labels today; whether it was so on " + on + " is unknown.");
    };
  }

  private static Told begun(Scheme scheme, PartialDate from, LocalDate on, LocalDate asOf) {
    PartialDate.Reached reached = from.on(on);
    if (reached == PartialDate.Reached.NO) {
      return new Told(
          Availability.NOT_YET, "It is not in force on " + on + ", but from " + from + ".");
    }
    if (scheme.state() == SchemeState.UNKNOWN) {
      return new Told(Availability.UNKNOWN, "Whether it takes products is unknown.");
    }
    if (reached == PartialDate.Reached.UNKNOWN && from.known()) {
      return new Told(
          Availability.UNKNOWN, "It began in " + from + "; whether before " + on + " is unknown.");
    }
    if (reached == PartialDate.Reached.UNKNOWN && on.isBefore(asOf)) {
      return new Told(Availability.UNKNOWN, "Since when it takes products is unknown.");
    }
    return new Told(Availability.YES, "");
  }

  private static String told(PartialDate since) {
    return since.known() ? " since " + since : "; since when is unknown";
  }
}
