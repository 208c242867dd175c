package dev.plumbline.checks;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;

/**
 * The disclosure policy names a contact, the time to a first answer, and status updates; since
 * V3.1.3 until the issue is resolved.
 */
@Decides(v211 = "5.2-1-2b", v313 = "5.2-1-2b")
public final class PolicyNamesContactAndTimes implements Check {
  private static final String FIELD = "vulnerabilityPolicyUrl";

  /** Fetched pages keep their first 20,000 characters; what comes later was not read. */
  private static final int CUT = 20_000;

  @Override
  public List<String> needs() {
    return List.of(Pages.FETCHED);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Pages pages = new Pages(facts);
    Outcome opened = pages.opens(FIELD, "the vulnerability disclosure policy");
    if (!(opened.finding() instanceof Finding.Holds)) {
      return opened;
    }
    Observation page = pages.page(FIELD).orElseThrow();
    IxitEntry info = pages.userInfo().orElseThrow();
    PolicyText policy = new PolicyText(page.text("text"));
    boolean readable = policy.reads(page.text("language")) && page.text("text").length() < CUT;
    Questions questions = new Questions();
    questions.restsOn(page);
    if (!policy.namesContact() && page.texts("emails").isEmpty()) {
      missing("a contact", readable, page, questions);
    }
    if (!policy.times("acknowledgement")) {
      missing(
          "the time until a report is acknowledged",
          readable && !policy.mayTime("acknowledgement"),
          page,
          questions);
    }
    if (!policy.times("updates")) {
      missing(
          "when the reporter gets status updates",
          readable && !policy.mayTime("updates"),
          page,
          questions);
    }
    if (facts.catalogue().edition().id() != EditionId.V2_1_1 && !policy.namesEnd()) {
      questions.gap("that updates go on until the issue is resolved, a person reads");
    }
    return questions
        .contradicting(
            Declared.place(info, Pages.column(FIELD), FIELD), info.text(Pages.column(FIELD)))
        .outcome(
            "",
            "Add it in plain words, for example: we acknowledge within 5 days and send a status update every 14 days until the issue is resolved.",
            "The policy names a contact, a time to acknowledgement and status updates.");
  }

  private static void missing(String what, boolean certain, Observation page, Questions questions) {
    if (certain) {
      questions.against("the policy does not state " + what, page);
    } else {
      questions.gap("whether the policy states " + what + ", a person reads");
    }
  }
}
