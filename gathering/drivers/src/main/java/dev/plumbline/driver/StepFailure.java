package dev.plumbline.driver;

import dev.plumbline.probe.DriverResult;

/** Ends an action before its last step. */
final class StepFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DriverResult result;

  private StepFailure(DriverResult result) {
    super(result.reason(), null, false, false);
    this.result = result;
  }

  static StepFailure of(DriverResult result) {
    return new StepFailure(result);
  }

  static StepFailure errored(String reason) {
    return new StepFailure(new DriverResult.Errored(reason));
  }

  static StepFailure refused(String reason) {
    return new StepFailure(new DriverResult.Refused(reason));
  }

  static StepFailure missing(String means) {
    return new StepFailure(new DriverResult.Missing(means));
  }

  DriverResult result() {
    return result;
  }
}
