package dev.plumbline.checks.pages;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.pages.PolicyText.Topic;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.page.PageFetched;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The disclosure policy names a contact, the time to a first answer, and status updates; since the
 * later editions until the issue is resolved.
 */
public final class PolicyNamesContactAndTimes implements Check {
  private static final String FIELD = "vulnerabilityPolicyUrl";

  @Override
  public List<String> needs() {
    return List.of(Pages.FETCHED);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Pages pages = new Pages(facts);
    Questions questions = new Questions();
    Optional<Observation> page = pages.ask(FIELD, "the vulnerability disclosure policy", questions);
    if (page.isEmpty()) {
      return pages.outcome(FIELD, questions, "The policy opened.");
    }
    IxitEntry info = pages.userInfo().orElseThrow();
    new Reading(page.get(), page.get().as(PageFetched.class).orElseThrow(), info, questions)
        .ask(Declared.of(facts).asks(item, "until-resolved"));
    return questions
        .contradicting(
            Declared.place(info, Pages.column(FIELD), FIELD), info.text(Pages.column(FIELD)))
        .outcome(
            "",
            "Add it in plain words, for example: we acknowledge within 5 days and send a status update every 14 days until the issue is resolved.",
            "The policy names a contact, a time to acknowledgement and status updates.");
  }

  /** What the text of the policy answers. */
  private record Reading(
      Observation page, PageFetched fetched, IxitEntry info, Questions questions) {
    private void ask(boolean asksForEnd) {
      PolicyText policy = new PolicyText(fetched.text());
      boolean readable = policy.reads(fetched.language()) && fetched.text().length() < Pages.CUT;
      Questions.Asked contact = questions.ask("Does the policy name a contact?", page.subject());
      if (policy.namesContact() || !fetched.emails().isEmpty()) {
        contact.answered(page, "a contact stands there");
      } else {
        missing("a contact", readable && !policy.mayNameContact(), contact);
      }
      time(policy, Topic.ACKNOWLEDGEMENT, readable);
      time(policy, Topic.UPDATES, readable);
      if (asksForEnd) {
        Questions.Asked end =
            questions.ask("Do updates go on until the issue is resolved?", page.subject());
        if (policy.namesEnd()) {
          end.answered(page, "the policy says until when");
        } else {
          end.left("that updates go on until the issue is resolved, a person reads", look());
        }
      }
    }

    /** A time that is published counts, unless it is longer than the declared one. */
    private void time(PolicyText policy, Topic topic, boolean readable) {
      Questions.Asked asked =
          questions.ask("Does the policy name " + topic.what() + "?", page.subject());
      Optional<String> refusal = policy.refuses(topic);
      if (refusal.isPresent() && policy.reads(fetched.language())) {
        asked.refuted(page, "of " + topic.what() + " the policy says '" + refusal.get() + "'");
        return;
      }
      OptionalDouble published = policy.days(topic);
      if (published.isEmpty()) {
        missing(topic.what(), readable && !policy.mayTime(topic), asked);
        return;
      }
      Optional<Long> declared = info.number(topic.field());
      if (declared.isEmpty() || published.getAsDouble() < declared.get() + 1) {
        asked.answered(page, "the policy names " + days(published.getAsDouble()));
        return;
      }
      String clause =
          "for "
              + topic.what()
              + " the policy names "
              + days(published.getAsDouble())
              + ", the user information declares "
              + days(declared.get());
      if (policy.mayTime(topic)) {
        asked.left(clause + "; a person compares", look());
      } else {
        asked.refuted(page, clause);
      }
    }

    private void missing(String what, boolean certain, Questions.Asked asked) {
      if (certain) {
        asked.refuted(page, "the policy does not state " + what);
      } else {
        asked.left("whether the policy states " + what + ", a person reads", look());
      }
    }

    private Remedy look() {
      return new Remedy.PersonLooks("the policy at " + page.subject());
    }

    private static String days(double days) {
      long whole = Math.max(1, Math.round(days));
      return whole == 1 ? "1 day" : whole + " days";
    }
  }
}
