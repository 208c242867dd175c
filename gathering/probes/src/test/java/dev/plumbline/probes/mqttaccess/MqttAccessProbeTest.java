package dev.plumbline.probes.mqttaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MqttAccessProbeTest extends ProbeContract {
  private static final String LET_IN = "20020000";
  private static final String GRANTED = "900400010000";

  @Override
  protected Probe probe() {
    return new MqttAccessProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.mqtt();
  }

  @Override
  protected String address() {
    return "127.77.50.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "mqtt", "tls", false));
  }

  /** Two bytes of a CONNACK that lets in are such; that nothing follows is said, too. */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return peer.equals("nests without end")
        && List.of().equals(fact.value().get("open"))
        && !List.of().equals(fact.coverage().get("unanswered"));
  }

  /** Answers each packet of the client with the next of these. */
  private Observation seen(String... answers) {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              byte[] packet = new byte[4096];
              for (String answer : answers) {
                if (client.getInputStream().read(packet) < 0) {
                  return;
                }
                client.getOutputStream().write(HexFormat.of().parseHex(answer));
              }
              client.shutdownOutput();
              client.getInputStream().transferTo(OutputStream.nullOutputStream());
            })) {
      return patient(peer);
    }
  }

  /** With time for a busy machine. */
  private Observation patient(Peer peer) {
    return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
        .limits(Limits.usual().hurried(Duration.ofSeconds(15), Duration.ofSeconds(50)))
        .run(probe())
        .one("mqtt.access");
  }

  @Test
  void messagesThatAnybodyGetsAreData() {
    Observation open = seen(LET_IN, GRANTED + "3109" + "0005612f622f63" + "3231");
    assertThat(open.flag("anonymous")).contains(true);
    assertThat(open.texts("topics")).containsExactly("a/b/c");
    assertThat(open.value().get("open"))
        .isEqualTo(
            List.of(
                Map.of("path", "#", "kind", "data"), Map.of("path", "$SYS/#", "kind", "health")));
  }

  @Test
  void aSubscriptionWithoutAMessageShowsNoData() {
    Observation open = seen(LET_IN, GRANTED);
    assertThat(open.value().get("open")).asString().contains("subscription").doesNotContain("data");
  }

  @Test
  void whoIsTurnedAwayForWantOfALoginGetsNothing() {
    Observation shut = seen("20020005");
    assertThat(shut.flag("anonymous")).contains(false);
    assertThat(shut.value().get("open")).isEqualTo(List.of());
    assertThat(shut.texts("guarded")).containsExactly("#", "$SYS/#");
  }

  @Test
  void aBrokerThatRefusesToBeReadGuardsIt() {
    Observation shut = seen(LET_IN, "900400018080");
    assertThat(shut.flag("anonymous")).contains(true);
    assertThat(shut.texts("guarded")).containsExactly("#", "$SYS/#");
  }

  @Test
  void aBrokerThatIsBusySaysNothingOfLogins() {
    assertThat(seen("20020003").outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void anAnswerThatBreaksOffLeavesTheFiltersUnanswered() {
    Observation half = seen(LET_IN, "9004");
    assertThat(half.flag("anonymous")).contains(true);
    assertThat(half.coverage().get("unanswered")).isEqualTo(List.of("#", "$SYS/#"));
  }

  /** Answers the older version and the later one, to CONNECT and to SUBSCRIBE. */
  private Observation eachVersion(List<String> older, List<String> later) {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              byte[] packet = new byte[4096];
              int length = client.getInputStream().read(packet);
              boolean isLater = length > 8 && packet[8] == 5;
              for (String answer : isLater ? later : older) {
                client.getOutputStream().write(HexFormat.of().parseHex(answer));
                if (client.getInputStream().read(packet) < 0) {
                  return;
                }
              }
            })) {
      return patient(peer);
    }
  }

  @Test
  void aBrokerThatAsksForALoginInTheOlderVersionAloneIsOpen() {
    Observation open = eachVersion(List.of("20020005"), List.of("2003000000", "90050001000000"));
    assertThat(open.text("version")).isEqualTo("5.0");
    assertThat(open.flag("anonymous")).contains(true);
  }

  @Test
  void aBrokerThatHangsUpOnTheLaterVersionIsShut() {
    Observation shut = eachVersion(List.of("20020005"), List.of());
    assertThat(shut.text("version")).isEqualTo("3.1.1");
    assertThat(shut.flag("anonymous")).contains(false);
  }

  @Test
  void aBrokerOfTheLaterVersionAloneIsAskedInThat() {
    Observation shut = eachVersion(List.of("20020001"), List.of("2003008700"));
    assertThat(shut.text("version")).isEqualTo("5.0");
    assertThat(shut.flag("anonymous")).contains(false);
  }
}
