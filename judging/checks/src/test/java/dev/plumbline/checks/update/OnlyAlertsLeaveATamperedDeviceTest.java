package dev.plumbline.checks.update;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlyAlertsLeaveATamperedDeviceTest extends CheckContract {
  @Override
  protected Check check() {
    return new OnlyAlertsLeaveATamperedDevice();
  }

  @Override
  protected Scene holding() {
    return capture().seenIn("tampered");
  }

  @Override
  protected Scene refuted() {
    return called("tcp/203.0.113.9/443", "other.example").seenIn("tampered");
  }

  @Override
  protected String refutedBy() {
    return "traffic.contacts";
  }

  @Override
  protected List<String> fields() {
    return List.of("20-SecBoot alertContacts");
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  private static final String COVERAGE =
      "{from: '2026-01-05T10:00:00Z', until: '2026-01-05T11:00:01Z', whole: true, gaps: []}";

  private static final String ANSWERED =
      "distinct: 1, flows: [{peer: 192.168.1.1, openedBy: device, packetsIn: 4}]";

  private static final String HOUR = "volumes: {stepSeconds: 1200, bytesOut: [9, 0, 9]}";

  private static Scene capture() {
    return Scene.current()
        .rows(
            "20-SecBoot",
            "- {id: SecBoot-1, notificationFunctionality: [Message], alertContacts: [cloud.example]}")
        .about("20-SecBoot/SecBoot-1")
        .seen("traffic.flows", "DUT", "{packetsOut: 9, " + ANSWERED + ", " + HOUR + "}", COVERAGE);
  }

  private static Scene called(String endpoint, String name) {
    return capture()
        .seen(
            "traffic.contacts",
            endpoint,
            "{protocols: [tls], names: [" + name + "], connections: 1, openingNotSeen: 0}");
  }

  @Test
  void theDeclaredHostAndTheHomeMayBeCalled() {
    holds(called("tcp/203.0.113.5/443", "cloud.example").seenIn("tampered"));
    holds(called("tcp/192.168.1.7/8080", "").seenIn("tampered"));
  }

  @Test
  void aCaptureOfAnotherStateSaysNothing() {
    undetermined(capture(), "needed: a capture");
    undetermined(called("tcp/203.0.113.9/443", "other.example"), "needed: a capture");
    undetermined(capture().seenIn("off"), "needed: a capture");
  }

  @Test
  void aShortOrBrokenCaptureProvesNothing() {
    undetermined(
        capture()
            .seen(
                "traffic.flows",
                "DUT",
                "{packetsOut: 9, distinct: 0, flows: []}",
                "{from: '2026-01-05T10:00:00Z', until: '2026-01-05T10:20:00Z', whole: false, gaps: [lost]}")
            .seenIn("tampered"),
        "1200 of the 3600");
    undetermined(
        capture()
            .seen("traffic.flows", "DUT", "{packetsOut: 0, distinct: 0, flows: []}", COVERAGE)
            .seenIn("tampered"),
        "sent nothing");
  }

  @Test
  void aDeviceThatStoppedAtOnceShowsNothing() {
    undetermined(
        capture()
            .seen(
                "traffic.flows",
                "DUT",
                "{packetsOut: 9, "
                    + ANSWERED
                    + ", volumes: {stepSeconds: 1200, bytesOut: [9, 0, 0]}}",
                COVERAGE)
            .seenIn("tampered"),
        "1200 of the 3600 seconds; whether it ran on");
  }

  @Test
  void aCaptureAtAPortThatSeesBroadcastsAloneShowsNothing() {
    undetermined(
        capture()
            .seen(
                "traffic.flows",
                "DUT",
                "{packetsOut: 9, distinct: 2, flows: [{peer: 224.0.0.251, openedBy: device,"
                    + " packetsIn: 0}, {peer: 192.168.1.7, openedBy: peer, packetsIn: 3}], "
                    + HOUR
                    + "}",
                COVERAGE)
            .seenIn("tampered"),
        "nobody answered a call of the device");
  }

  @Test
  void aWayInFromOutsideRefutes() {
    Scene scene =
        capture()
            .seen(
                "traffic.served",
                "tcp/192.0.2.1/443",
                "{peers: [203.0.113.8], peerCount: 1, connections: 1}")
            .seenIn("tampered");
    org.assertj.core.api.Assertions.assertThat(violated(scene).reason())
        .contains("still answers 203.0.113.8");
  }

  @Test
  void aConnectionWhoseOpeningWasNotSeenIsNoProof() {
    undetermined(
        capture()
            .seen(
                "traffic.contacts",
                "tcp/203.0.113.9/443",
                "{protocols: [tls], connections: 1, openingNotSeen: 1}")
            .seenIn("tampered"),
        "was not seen");
  }

  @Test
  void aConnectionOutOfTheNetworkOfWhichNothingIsToldIsNotDeclared() {
    String out = "{peer: 203.0.113.5, port: 443, openedBy: device, packetsIn: 4, protocols: [tls]}";
    Scene scene =
        capture()
            .seen(
                "traffic.flows",
                "DUT",
                "{packetsOut: 9, distinct: 1, flows: [" + out + "], " + HOUR + "}",
                COVERAGE);
    undetermined(scene.seenIn("tampered"), "nothing tells of whom");
    holds(
        scene
            .seen(
                "traffic.contacts",
                "tcp/203.0.113.5/443",
                "{protocols: [tls], names: [cloud.example], connections: 1}")
            .seenIn("tampered"));
  }

  @Test
  void aContactOfWhichTheFactIsNotWholeIsNotKnown() {
    undetermined(
        capture().unanswered("traffic.contacts", "tcp/203.0.113.9/443").seenIn("tampered"),
        "is not known");
    undetermined(
        capture()
            .seen("traffic.served", "tcp/192.0.2.1/443", "{peerCount: 1, connections: 1}")
            .seenIn("tampered"),
        "not all who called");
  }
}
