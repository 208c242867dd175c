package dev.plumbline.checks;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.regex.Pattern;

/** The page states the support period that the user information declares. */
@Decides(v211 = "5.3-13-2c", v313 = "5.3-13-2c")
public final class SupportPeriodIsPublished implements Check {
  private static final String FIELD = "supportPeriodUrl";
  private static final Pattern YEAR = Pattern.compile("\\b20\\d\\d\\b");

  /** Fetched pages keep their first 20,000 characters. */
  private static final int CUT = 20_000;

  @Override
  public List<String> needs() {
    return List.of(Pages.FETCHED);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return judge(facts, FIELD, new Pages(facts).opens(FIELD, "the support period"));
  }

  static Outcome judge(Facts facts, String field, Outcome opened) {
    if (!(opened.finding() instanceof Finding.Holds)) {
      return opened;
    }
    Pages pages = new Pages(facts);
    IxitEntry info = pages.userInfo().orElseThrow();
    Observation page = pages.page(field).orElseThrow();
    String declared = info.text("supportEnds");
    if (declared.isEmpty()) {
      return Answers.undetermined(
          "The user information has no supportEnds to compare the page with.", List.of(page));
    }
    List<String> dates = page.texts("dates");
    // Days that are over, such as that of the last change, do not end a support period.
    List<String> others =
        dates.stream()
            .filter(d -> !d.equals(declared) && d.compareTo(facts.day().toString()) > 0)
            .toList();
    Questions questions = new Questions();
    questions.restsOn(page);
    if (dates.isEmpty() && page.texts("durations").isEmpty() && saysNoTime(page)) {
      questions.against("the page names neither a date nor a duration", page);
    } else if (!dates.contains(declared) || !others.isEmpty()) {
      questions.gap(
          "the page names "
              + dates
              + " "
              + page.texts("durations")
              + ", the user information declares "
              + declared
              + "; a person compares");
    }
    return questions
        .contradicting(
            Declared.place(info, "supportEnds"),
            "Support ends on " + declared + ", published at " + page.subject() + ".")
        .outcome(
            "",
            "State the last day of security updates as a date on the page.",
            "The page names " + declared + " as declared.");
  }

  /** Whether the whole text was read and holds no year that a reader of dates may have missed. */
  private static boolean saysNoTime(Observation page) {
    return page.value().get("dates") instanceof List<?>
        && page.text("text").length() < CUT
        && !YEAR.matcher(page.text("text")).find();
  }
}
