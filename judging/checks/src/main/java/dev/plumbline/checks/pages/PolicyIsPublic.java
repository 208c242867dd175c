package dev.plumbline.checks.pages;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** The vulnerability disclosure policy opens for anybody. */
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
