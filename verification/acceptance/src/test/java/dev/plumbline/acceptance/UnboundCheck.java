package dev.plumbline.acceptance;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** A check that its author forgot to bind to a unit; stands for any defect of ours. */
public final class UnboundCheck implements Check {
  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return Outcome.undetermined("Never asked.");
  }
}
