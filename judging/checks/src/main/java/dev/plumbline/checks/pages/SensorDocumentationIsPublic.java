package dev.plumbline.checks.pages;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** The documentation of sensors can be reached as described. */
public final class SensorDocumentationIsPublic implements Check {
  @Override
  public List<String> needs() {
    return List.of(Pages.FETCHED);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return new Pages(facts).opens("sensorsUrl", "the sensors");
  }
}
