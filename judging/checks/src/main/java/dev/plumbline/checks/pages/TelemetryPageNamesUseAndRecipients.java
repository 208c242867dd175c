package dev.plumbline.checks.pages;

import dev.plumbline.checks.pages.TelemetryPage.Words;
import dev.plumbline.core.TableRole;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;
import java.util.Set;

/** The published information says how, by whom and why every telemetry of the table is used. */
public final class TelemetryPageNamesUseAndRecipients implements Check {
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
        List.of(
            new Words("publishedUse", "how it is used"),
            new Words("publishedRecipients", "by whom"),
            new Words("publishedReason", "why")),
        "Say on the page how, by whom and why each telemetry is used.");
  }
}
