package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;
import java.util.List;

class TelemetryPageNamesUseAndRecipientsTest extends TelemetryPageContract {
  @Override
  Check check() {
    return new TelemetryPageNamesUseAndRecipients();
  }

  @Override
  Scene holding() {
    return page("Example Devices uses it to find faults and attacks.");
  }

  @Override
  Scene refuted() {
    return page("We use it to find faults and attacks.");
  }

  @Override
  String refutedBy() {
    return "page.fetched";
  }

  @Override
  List<String> fields() {
    return List.of(
        "24-TelData publishedUse",
        "24-TelData publishedRecipients",
        "24-TelData publishedReason",
        "2-UserInfo telemetryUrl");
  }
}
