package dev.plumbline.checks.pages;

import dev.plumbline.checks.pages.TelemetryPage.Words;
import dev.plumbline.core.TableRole;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;
import java.util.Set;

/** The published information names every telemetry of the table. */
public final class TelemetryPageNamesWhatIsCollected implements Check {
  @Override
  public List<String> needs() {
    return List.of(Pages.FETCHED);
  }

  @Override
  public Set<TableRole> reads() {
    return Set.of(TableRole.TELEMETRY, TableRole.USER_INFORMATION);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return TelemetryPage.says(
        facts,
        List.of(new Words("publishedAs", "what is collected")),
        "Name every kind of telemetry on the page, in words that the row declares.");
  }
}
