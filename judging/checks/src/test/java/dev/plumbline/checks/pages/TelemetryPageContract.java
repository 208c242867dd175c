package dev.plumbline.checks.pages;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import org.junit.jupiter.api.Test;

/**
 * The page on telemetry of a device that reports one kind of it; checks say what it has to tell.
 */
abstract class TelemetryPageContract extends CheckContract {
  @Override
  protected boolean boundToAddress() {
    return false;
  }

  private static final String ROW =
      """
      - {id: TelData-1, publishedAs: [Signal strength, failed logins], publishedUse: [find faults], publishedRecipients: [Example Devices], publishedReason: [faults and attacks]}
      """;

  static Scene page(String text) {
    return Scene.current()
        .rows("24-TelData", ROW)
        .rows(
            "2-UserInfo",
            "{telemetryUrl: 'https://maker.example/t', documentationOfTelemetryData: A page.}")
        .seen(
            "page.fetched",
            "https://maker.example/t",
            "{status: 200, title: Reports, words: 20, text: '" + text + "'}");
  }

  @Test
  void aPageThatIsNotThereIsNoInformation() {
    undetermined(
        holding().seen("page.fetched", "https://maker.example/t", "{status: 404, text: ''}"),
        "not readable");
    undetermined(
        holding().seen("page.fetched", "https://maker.example/t", "{status: 200, loginWall: true}"),
        "not readable");
    undetermined(
        holding().seen("page.fetched", "https://maker.example/t", "{status: 200, text: ''}"),
        "no readable text");
  }

  @Test
  void whatIsBeyondThePartThatWasKeptIsNotMissing() {
    undetermined(
        holding()
            .seen(
                "page.fetched",
                "https://maker.example/t",
                "{status: 200, text: '" + "x".repeat(20_000) + "'}"),
        "only its beginning");
  }

  /** A word that is a part of another was not said. */
  @Test
  void aWordInsideAnotherIsForAPerson() {
    String said = holding().observations().getFirst().text("text");
    undetermined(
        page(said.replace("Example", "Nonexample").replace("failed", "unfailed")), "inside");
  }

  @Test
  void aTableWithoutTelemetryIsForAPerson() {
    undetermined(holding().rows("24-TelData", "[]"), "has no row");
  }
}
