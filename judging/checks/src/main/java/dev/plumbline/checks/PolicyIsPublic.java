package dev.plumbline.checks;

import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
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
