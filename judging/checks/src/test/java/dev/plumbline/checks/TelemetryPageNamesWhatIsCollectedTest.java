package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;
import java.util.List;

class TelemetryPageNamesWhatIsCollectedTest extends TelemetryPageContract {
  @Override
  Check check() {
    return new TelemetryPageNamesWhatIsCollected();
  }

  @Override
  Scene holding() {
    return page("It holds the signal  strength and the number of failed logins.");
  }

  @Override
  Scene refuted() {
    return page("It holds technical data.");
  }

  @Override
  String refutedBy() {
    return "page.fetched";
  }

  @Override
  List<String> fields() {
    return List.of("24-TelData publishedAs", "2-UserInfo telemetryUrl");
  }
}
