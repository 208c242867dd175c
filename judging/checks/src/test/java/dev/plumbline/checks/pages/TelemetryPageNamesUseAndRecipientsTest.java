package dev.plumbline.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryPageNamesUseAndRecipientsTest extends TelemetryPageContract {
  private static final String SOUND = "Example Devices uses it to find faults and attacks. ";

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From 2.3 on the reports hold more, and AdReach gets them to choose advertisements for you.",
        "The reports are sold to Metrik."
      })
  void whatThePageAddsOfSellingAndAdvertisingIsHeldAgainstTheRows(String more) {
    assertThat(violated(page(SOUND + more)).reason()).contains(more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The reports are not sold, and serve no advertising.",
        "No report is used for marketing.",
        "Our web site uses cookies for advertising.",
        "Marketing | Reports and press"
      })
  void whatIsDeniedOrIsAboutSomethingElseIsNot(String more) {
    holds(page(SOUND + more));
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
