package dev.plumbline.workbench.run;

/**
 * Something that happened in a run. Every text went through {@link dev.plumbline.reports.Visible}.
 */
public sealed interface RunEvent {
  /** Its place in the run, from 1; a later event has a higher one. */
  long id();

  /** The name of its kind for a browser. */
  default String type() {
    return switch (this) {
      case Started s -> "started";
      case Progressed p -> "progress";
      case Observed o -> "observed";
      case Ended e -> "ended";
      case Told t -> "told";
      case Finished f -> "finished";
    };
  }

  /** A probe begins. */
  record Started(long id, String probe, String question) implements RunEvent {}

  /** What a probe does now; only the last one is kept. */
  record Progressed(long id, String probe, String text, int percent) implements RunEvent {}

  /**
   * A fact that was recorded.
   *
   * @param transcript where the stretch of the evidence that shows it can be read; empty for none
   */
  record Observed(
      long id, String probe, String key, String subject, String value, String transcript)
      implements RunEvent {}

  /** A probe ended, or was not run. */
  record Ended(long id, String probe, String state, int observations, String reason)
      implements RunEvent {}

  /**
   * What speaks against the product or its declaration, as soon as it is known.
   *
   * @param kind {@code login}, {@code contradiction} or {@code flaw}
   */
  record Told(long id, String kind, String text) implements RunEvent {}

  /**
   * The run is over.
   *
   * @param state {@code done}, {@code stopped} or {@code failed}
   */
  record Finished(long id, String state, String text) implements RunEvent {}
}
