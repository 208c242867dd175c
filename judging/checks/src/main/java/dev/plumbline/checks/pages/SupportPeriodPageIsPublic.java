package dev.plumbline.checks.pages;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** The page that states the support period opens for anybody. */
public final class SupportPeriodPageIsPublic implements Check {
  @Override
  public List<String> needs() {
    return List.of(Pages.FETCHED);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return new Pages(facts).opens("supportPeriodUrl", "the support period");
  }
}
