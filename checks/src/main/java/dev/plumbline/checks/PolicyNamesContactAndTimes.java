package dev.plumbline.checks;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.PolicyText.Topic;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
      missing("a contact", readable && !policy.mayNameContact(), page, questions);
    }
    weigh(
        policy,
        Topic.ACKNOWLEDGEMENT,
        "the time until a report is acknowledged",
        readable,
        info.number("acknowledgementDays"),
        page,
        questions);
    weigh(
        policy,
        Topic.UPDATES,
        "when the reporter gets status updates",
        readable,
        info.number("statusUpdateDays"),
        page,
        questions);
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

  /** A time that is published counts, unless it is longer than the declared one. */
  private static void weigh(
      PolicyText policy,
      Topic topic,
      String what,
      boolean readable,
      Optional<Long> declared,
      Observation page,
      Questions questions) {
    OptionalDouble published = policy.days(topic);
    if (published.isEmpty()) {
      missing(what, readable && !policy.mayTime(topic), page, questions);
      return;
    }
    if (declared.isEmpty() || published.getAsDouble() < declared.get() + 1) {
      return;
    }
    String clause =
        "for "
            + what
            + " the policy names "
            + days(published.getAsDouble())
            + ", the user information declares "
            + days(declared.get());
    if (policy.mayTime(topic)) {
      questions.gap(clause + "; a person compares");
    } else {
      questions.against(clause, page);
    }
  }

  private static String days(double days) {
    return days == 1 ? "1 day" : Math.round(days) + " days";
  }

  private static void missing(String what, boolean certain, Observation page, Questions questions) {
    if (certain) {
      questions.against("the policy does not state " + what, page);
    } else {
      questions.gap("whether the policy states " + what + ", a person reads");
    }
  }
}
