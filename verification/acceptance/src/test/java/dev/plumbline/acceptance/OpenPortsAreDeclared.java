package dev.plumbline.acceptance;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** A second check of a name that one has already; stands for any defect of ours. */
public final class OpenPortsAreDeclared implements Check {
  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return Outcome.undetermined("Never asked.");
  }
}
