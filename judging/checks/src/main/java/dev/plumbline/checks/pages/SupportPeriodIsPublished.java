package dev.plumbline.checks.pages;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.page.PageFetched;
import java.util.List;
import java.util.Optional;

/** The page states for this product the support period that the user information declares. */
public final class SupportPeriodIsPublished implements Check {
  private static final String FIELD = "supportPeriodUrl";
  private static final BoundedPattern YEAR = BoundedPattern.compile("\\b20\\d\\d\\b");

  @Override
  public List<String> needs() {
    return List.of(Pages.FETCHED);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return judge(facts, FIELD, "the support period");
  }

  static Outcome judge(Facts facts, String field, String what) {
    Pages pages = new Pages(facts);
    Questions questions = new Questions();
    Optional<Observation> page = pages.ask(field, what, questions);
    if (page.isEmpty()) {
      return pages.outcome(field, questions, "The page opened.");
    }
    IxitEntry info = pages.userInfo().orElseThrow();
    String declared = info.text("supportEnds");
    Questions.Asked asked =
        questions.ask(
            "Does the page state the declared end for this product?", page.get().subject());
    if (declared.isEmpty()) {
      asked.left(
          "the user information has no supportEnds to compare the page with",
          new Remedy.ChangeDeclaration(info.subject(), "add supportEnds, such as 2031-12-31"));
    } else {
      compare(facts, page.get(), declared, asked);
    }
    return questions
        .contradicting(
            Declared.place(info, "supportEnds"),
            "Support ends on " + declared + ", published at " + page.get().subject() + ".")
        .outcome(
            "",
            "State the last day of security updates of this product as a date on the page.",
            "The page names " + declared + " as declared.");
  }

  private static void compare(
      Facts facts, Observation page, String declared, Questions.Asked asked) {
    Remedy look = new Remedy.PersonLooks("the period at " + page.subject());
    PageFetched fetched = page.as(PageFetched.class).orElseThrow();
    List<String> dates = fetched.dates();
    if (dates.isEmpty() && fetched.durations().isEmpty() && saysNoTime(fetched)) {
      asked.refuted(page, "the page names neither a date nor a duration");
      return;
    }
    PublishedDates published = PublishedDates.of(fetched, facts.product());
    Optional<String> other = published.otherEnd(declared);
    if (other.isPresent()) {
      asked.refuted(
          page,
          "the page says of this product '"
              + other.get()
              + "', the user information declares "
              + declared);
      return;
    }
    // Days that are over, such as that of the last change, do not end a support period.
    List<String> others =
        dates.stream()
            .filter(d -> !d.equals(declared) && d.compareTo(facts.day().toString()) > 0)
            .toList();
    if (!dates.contains(declared) || !others.isEmpty()) {
      asked.left(
          "the page names "
              + dates
              + " "
              + fetched.durations()
              + ", the user information declares "
              + declared
              + "; a person compares",
          look);
    } else if (!published.isOfThisProduct(declared)) {
      asked.left(
          "the page names " + declared + " and not this product; a person looks whose it is", look);
    } else {
      asked.answered(page, "it names " + declared);
    }
  }

  /** Whether the whole text was read and has no year that a reader of dates may have missed. */
  private static boolean saysNoTime(PageFetched page) {
    return page.text().length() < Pages.CUT && !YEAR.matcher(page.text()).find();
  }
}
