package dev.plumbline.app.run;

import dev.plumbline.probe.run.RunReport;

/**
 * How a run ended.
 *
 * @param stopped whether it was interrupted; what was seen is kept
 * @param failed whether a probe failed by a defect of Plumbline
 */
public record RunEnd(boolean stopped, boolean failed) {
  /** The end of a run that a report tells of. */
  public static RunEnd of(RunReport report) {
    return new RunEnd(report.stopped(), report.failed());
  }
}
