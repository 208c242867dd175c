package dev.plumbline.workbench.page;

import dev.plumbline.core.Finding;
import dev.plumbline.workbench.web.Refusal;

/** What a form says as a finding of a person. */
final class VerdictForm {
  private static final int LONGEST = 20_000;

  private VerdictForm() {}

  /**
   * The finding.
   *
   * @param verdict PASS, FAIL, INCONCLUSIVE or NOT_APPLICABLE
   * @throws Refusal 422 if one of them is missing
   */
  static Finding finding(String verdict, String reason, String remedy) {
    demandReason(reason);
    return switch (verdict) {
      case "PASS" -> new Finding.Holds(reason);
      case "FAIL" -> new Finding.Violated(reason, remedy.isBlank() ? "See the reason." : remedy);
      case "INCONCLUSIVE" -> new Finding.Undetermined(reason);
      case "NOT_APPLICABLE" -> new Finding.NotApplicable(reason);
      default ->
          throw new Refusal(
              422, "No verdict was chosen.", "Go back and choose pass, fail, cannot tell or n/a.");
    };
  }

  /**
   * Demands that a reason was given.
   *
   * @throws Refusal 422 if it is missing or too long
   */
  static void demandReason(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new Refusal(
          422,
          "The decision has no reason, or one of more than " + LONGEST + " characters.",
          "Go back and write the reason: what you saw, and where.");
    }
  }
}
