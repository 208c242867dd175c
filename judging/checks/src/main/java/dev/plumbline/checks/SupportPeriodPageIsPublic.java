package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Decides;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** The page that states the support period opens for anybody. */
@Decides(
    v211 = {"5.3-13-2a", "5.3-13-2b"},
    v313 = {"5.3-13-2a", "5.3-13-2b"})
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
