package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Decides;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** The vulnerability disclosure policy opens for anybody. */
@Decides(
    v211 = {"5.2-1-1a", "5.2-1-2a"},
    v313 = {"5.2-1-1a", "5.2-1-2a"})
public final class PolicyIsPublic implements Check {
  @Override
  public List<String> needs() {
    return List.of(Pages.FETCHED);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return new Pages(facts).opens("vulnerabilityPolicyUrl", "the vulnerability disclosure policy");
  }
}
