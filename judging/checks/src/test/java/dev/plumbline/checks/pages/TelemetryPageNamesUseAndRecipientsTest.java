package dev.plumbline.checks.pages;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;

class TelemetryPageNamesUseAndRecipientsTest extends TelemetryPageContract {
  @Override
  protected Check check() {
    return new TelemetryPageNamesUseAndRecipients();
  }

  @Override
  protected Scene holding() {
    return page("Example Devices uses it to find faults and attacks.");
  }

  @Override
  protected Scene refuted() {
    return page("We use it to find faults and attacks.");
  }

  @Override
  protected String refutedBy() {
    return "page.fetched";
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "24-TelData publishedUse",
        "24-TelData publishedRecipients",
        "24-TelData publishedReason",
        "2-UserInfo telemetryUrl");
  }
}
