package dev.plumbline.probes.snmpaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import dev.plumbline.probe.hostile.DatagramPeer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnmpAccessProbeTest extends DatagramContract {
  private static final String NAME = "1.3.6.1.2.1.1.1.0";

  @Override
  protected Probe probe() {
    return new SnmpAccessProbe(Duration.ofMillis(40));
  }

  @Override
  protected String spoken() {
    return "snmp";
  }

  /** A response to a request that nobody made. */
  @Override
  protected byte[] answer() {
    return Ber.of(
            Ber.SEQUENCE,
            Ber.integer(1),
            Ber.octets("public"),
            Ber.of(
                SnmpMessage.RESPONSE,
                Ber.integer(7),
                Ber.integer(0),
                Ber.integer(0),
                Ber.of(
                    Ber.SEQUENCE,
                    Ber.of(Ber.SEQUENCE, Ber.oid(NAME), Ber.octets("a router 1.2.3")))))
        .bytes();
  }

  @Override
  protected String address() {
    return "127.77.52.1";
  }

  /** An agent that answers every community, whatever it is. */
  @Test
  void anAgentThatTakesAnyCommunityIsOpenToEverybody() {
    try (DatagramPeer agent =
        DatagramPeer.at(
            address(),
            asked -> {
              try {
                asked.answer(response(SnmpMessage.parse(asked.question())));
              } catch (Ber.MalformedException e) {
                throw new java.io.IOException(e);
              }
            })) {
      Observation seen = run(agent).one("snmp.access");
      assertThat(seen.flag("anybody")).contains(true);
      assertThat(String.valueOf(seen.value().get("communities")))
          .contains("plumbline-no-such-community");
    }
  }

  private static byte[] response(SnmpMessage asked) {
    return Ber.of(
            Ber.SEQUENCE,
            Ber.integer(asked.version()),
            Ber.octets(asked.who()),
            Ber.of(
                SnmpMessage.RESPONSE,
                Ber.integer(asked.id()),
                Ber.integer(0),
                Ber.integer(0),
                Ber.of(
                    Ber.SEQUENCE,
                    Ber.of(Ber.SEQUENCE, Ber.oid(NAME), Ber.octets("a router 1.2.3")))))
        .bytes();
  }

  /** Silence to communities is how an agent refuses them, and how it is when it hears no more. */
  @Test
  void anAgentThatDoesNotHearTheCommunitiesHasRefusedNothing() {
    try (DatagramPeer agent =
        DatagramPeer.at(
            address(),
            asked -> {
              try {
                SnmpMessage question = SnmpMessage.parse(asked.question());
                boolean first = question.id() == 0x504c_0001L;
                if (question.version() == 3 && (first || !question.who().isEmpty())) {
                  asked.answer(report(asked.question()));
                }
              } catch (Ber.MalformedException e) {
                throw new java.io.IOException(e);
              }
            })) {
      Result result =
          introduce(ProbeTrial.against(agent.endpoint()), agent.endpoint())
              .run(new SnmpAccessProbe(Duration.ofMillis(500)));
      assertThat(result.one("snmp.access").value())
          .containsEntry("versions", List.of("3"))
          .containsEntry("communities", List.of());
      assertThat(result.one("snmp.access").coverage()).containsEntry("heard", false);
      assertThat(result.one("service.disclosed").outcome()).isEqualTo(Outcome.UNDETERMINED);
    }
  }

  /** The question of version 3 turned into a report: its PDU's tag is the last 0xa0. */
  private static byte[] report(byte[] question) {
    byte[] report = question.clone();
    for (int i = report.length - 1; i >= 0; i--) {
      if (report[i] == (byte) SnmpMessage.GET) {
        report[i] = (byte) SnmpMessage.REPORT;
        return report;
      }
    }
    throw new IllegalArgumentException("no question");
  }

  @Test
  void silenceSaysWhatWasTried() {
    try (DatagramPeer mute = DatagramPeer.at(address(), asked -> {})) {
      Result result = run(mute);
      assertThat(result.one("snmp.access").outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(result.one("snmp.access").reason()).contains("no answer came", "15 were tried");
      assertThat(result.with("service.disclosed")).isEmpty();
    }
  }

  @Test
  void aMessageIsReadAsItWasWritten() throws Exception {
    SnmpMessage message = SnmpMessage.parse(SnmpMessage.get(1, "public", 77, List.of(NAME)));
    assertThat(message.version()).isEqualTo(1);
    assertThat(message.who()).isEqualTo("public");
    assertThat(message.id()).isEqualTo(77);
    assertThat(message.values()).containsOnlyKeys(NAME);
    assertThat(message.gives(77)).as("a question gives nothing").isFalse();
    SnmpMessage user =
        SnmpMessage.parse(SnmpMessage.user("initial", new byte[5], 1, 2, 78, List.of(NAME)));
    assertThat(user.who()).isEqualTo("initial");
    assertThat(user.id()).isEqualTo(78);
  }

  @Test
  void namesOfObjectsWithLargeNumbersStayWhole() throws Exception {
    String name = "1.3.6.1.4.1.32473.4294967.128.0";
    assertThat(Ber.parse(Ber.oid(name).bytes()).dotted()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "3001", "3080", "3084ffffffff", "1f0100", "30000000"})
  void whatIsNoValueIsRefused(String hex) {
    assertThatThrownBy(() -> Ber.parse(java.util.HexFormat.of().parseHex(hex)))
        .isInstanceOf(Ber.MalformedException.class);
  }

  @Test
  void everyListIsThere() {
    SnmpLists lists = SnmpLists.load();
    assertThat(lists.communities()).contains("public", "private").doesNotContain(lists.nobody());
    assertThat(lists.system()).contains(lists.contact());
    assertThat(Map.of("users", lists.users())).doesNotContainValue(List.of());
  }
}
