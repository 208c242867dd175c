package dev.plumbline.checks.pages;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;

class TelemetryPageNamesWhatIsCollectedTest extends TelemetryPageContract {
  @Override
  protected Check check() {
    return new TelemetryPageNamesWhatIsCollected();
  }

  @Override
  protected Scene holding() {
    return page("It holds the signal  strength and the number of failed logins.");
  }

  @Override
  protected Scene refuted() {
    return page("It holds technical data.");
  }

  @Override
  protected String refutedBy() {
    return "page.fetched";
  }

  @Override
  protected List<String> fields() {
    return List.of("24-TelData publishedAs", "2-UserInfo telemetryUrl");
  }
}
