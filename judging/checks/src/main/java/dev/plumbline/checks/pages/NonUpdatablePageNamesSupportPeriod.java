package dev.plumbline.checks.pages;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** The page on missing updates states the support period; V1.1.1 of TS 103 701 alone asks this. */
public final class NonUpdatablePageNamesSupportPeriod implements Check {
  private static final String FIELD = "nonUpdatableUrl";

  @Override
  public List<String> needs() {
    return List.of(Pages.FETCHED);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return SupportPeriodIsPublished.judge(facts, FIELD, "missing updates");
  }
}
