package dev.plumbline.checks.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconnectsBackOffAsDeclaredTest extends CheckContract {
  private static final String BROKER = "tcp/203.0.113.7/8883";

  @Override
  protected Check check() {
    return new ReconnectsBackOffAsDeclared();
  }

  private static final String GROWING = "100, 210, 400, 790, 1600, 3200, 6400";
  private static final String SPREAD =
      "{failed: 8, waitsMs: [100, 210, 400, 790, 1600, 3200, 6400]},"
          + "{failed: 8, waitsMs: [300, 300, 700, 1100, 1500, 4200, 9400]},"
          + "{failed: 8, waitsMs: [170, 450, 610, 900, 2600, 3900, 5100]}";

  private static Scene row(String cells) {
    return Scene.current()
        .rows("28-LogIntf", "- {id: A-1, " + cells + "}")
        .about("28-LogIntf/A-1")
        .seen("traffic.contacts", BROKER, "{names: [mqtt.example.com]}")
        .seen("traffic.flows", "DUT", "{flows: []}", "{whole: true, gaps: []}");
  }

  private static Scene declared(boolean spreads, String runs) {
    return row("backsOff: true, otherMeasures: [], spreadsWaits: "
            + spreads
            + ", contacts: ['*.example.com']")
        .seen("traffic.reconnects", BROKER, "{runs: [" + runs + "]}");
  }

  private static Scene waiting(String waits) {
    return declared(false, "{failed: 8, waitsMs: [" + waits + "]}");
  }

  @Override
  protected Scene holding() {
    return declared(true, SPREAD);
  }

  @Override
  protected Scene refuted() {
    return waiting("1000, 1010, 990, 1000, 1020, 1000, 1000");
  }

  /** Contacts are elsewhere. */
  @Override
  protected boolean boundToAddress() {
    return false;
  }

  @Override
  protected String refutedBy() {
    return "traffic.reconnects";
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "28-LogIntf backsOff",
        "28-LogIntf contacts",
        "28-LogIntf spreadsWaits",
        "28-LogIntf otherMeasures");
  }

  @Test
  void saysHowLongTheWaitsWere() {
    assertThat(violated(refuted()).reason())
        .contains("8 attempts in a row", BROKER, "1000 ms apart at first and 1000 ms at last");
    assertThat(contradiction(refuted())).contains("A-1 says that waits between attempts grow.");
  }

  @Test
  void longWaitsMayBeTheBoundOfABackOff() {
    undetermined(
        waiting("60000, 60000, 60000, 60000, 60000, 60000, 60000"),
        "do not show whether they grow");
  }

  @Test
  void fewFailuresShowNoRhythm() {
    undetermined(waiting("1000, 1000, 1000"), "fewer than 8 failures");
  }

  @Test
  void anotherHostIsNotTheRows() {
    undetermined(
        refuted().seen("traffic.contacts", BROKER, "{names: [mqtt.example.org]}"),
        "no capture shows failed connections");
  }

  @Test
  void whoPromisesNoBackOffIsNotHeldToOne() {
    undetermined(
        refuted().rows("28-LogIntf", "- {id: A-1, backsOff: false, contacts: [203.0.113.7]}"),
        "does not say");
  }

  @Test
  void growingWaitsAreEnoughWhereNoRandomPartIsPromised() {
    holds(waiting(GROWING));
  }

  @Test
  void waitsThatGrowALittleShowNothing() {
    undetermined(waiting("1000, 1000, 1000, 1700, 1700, 1700, 1700"), "do not show");
  }

  @Test
  void aRandomPartThatIsPromisedAndMissingIsNotAsDeclared() {
    String same = "{failed: 8, waitsMs: [" + GROWING + "]}";
    assertThat(violated(declared(true, same + "," + same + "," + same)).reason())
        .contains("the same each time");
  }

  @Test
  void oneRowOfFailuresShowsNoRandomPart() {
    undetermined(
        declared(true, "{failed: 8, waitsMs: [" + GROWING + "]}"), "fewer than 3 rows of failures");
  }

  @Test
  void everyContactHasToFail() {
    Scene more =
        waiting(GROWING)
            .rows(
                "28-LogIntf",
                "- {id: A-1, backsOff: true, spreadsWaits: false, otherMeasures: [],"
                    + " contacts: ['*.example.com', api.example.net]}");
    undetermined(more, "failed connections to api.example.net");
    undetermined(
        waiting(GROWING)
            .seen("traffic.contacts", "tcp/203.0.113.8/443", "{names: [a.example.com]}"),
        "failed connections to tcp/203.0.113.8/443 (a.example.com)");
  }

  @Test
  void aCaptureWithGapsMayHaveMissedAttempts() {
    undetermined(
        waiting(GROWING).seen("traffic.flows", "DUT", "{flows: []}", "{whole: true, gaps: [x]}"),
        "attempts may be missing");
    undetermined(
        waiting(GROWING).seen("traffic.flows", "DUT", "{flows: []}", "{whole: false, gaps: []}"),
        "attempts may be missing");
  }

  @Test
  void otherMeasuresStayWithAPerson() {
    undetermined(
        waiting(GROWING)
            .rows(
                "28-LogIntf",
                "- {id: A-1, backsOff: true, spreadsWaits: false, contacts: ['*.example.com'],"
                    + " otherMeasures: [At most 20 connections at a time]}"),
        "a person judges the other measures of A-1: At most 20");
  }
}
