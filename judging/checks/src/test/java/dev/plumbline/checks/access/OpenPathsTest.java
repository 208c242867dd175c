package dev.plumbline.checks.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPathsTest {
  /** "None of the 0 paths tried" is true of every device. */
  @ParameterizedTest
  @ValueSource(strings = {"http.surface", "api.surface", "websocket.access"})
  void aServiceOfWhichNoPathWasTriedGuardsNothing(String key) {
    Scene sound = new OutsidersGetNoAccessTest().holding();
    String coverage = "{paths: %d, unanswered: [], skipped: []}";

    assertThat(judged(sound.seen(key, Scene.endpoint(443), "{open: []}", coverage.formatted(1))))
        .isInstanceOf(Finding.Holds.class);
    assertThat(judged(sound.seen(key, Scene.endpoint(443), "{open: []}", coverage.formatted(0))))
        .isInstanceOf(Finding.Undetermined.class)
        .extracting(Finding::reason)
        .asString()
        .startsWith("No path of tcp/192.0.2.1/443 was tried by " + key);
  }

  private static Finding judged(Scene scene) {
    return scene.judge(new OutsidersGetNoAccess()).finding();
  }

  private static final Scene SOUND = new OutsidersGetNoAccessTest().holding();
  private static final String AT = "tcp/192.0.2.1/443";

  private static String reason(Scene scene) {
    assertThat(judged(scene)).isInstanceOf(Finding.Undetermined.class);
    return judged(scene).reason();
  }

  private static QuestionLog questionLog(Scene scene) {
    return scene.judge(new OutsidersGetNoAccess()).questionLog();
  }

  @Test
  void aServiceThatIsThereWasLookedAtAndOneThatIsNotWasNot() {
    for (String protocol : List.of("onvif", "coap")) {
      String key = protocol.equals("onvif") ? "onvif.access" : "coap.resources";
      String looked = " at " + AT + " gave guarded content";
      assertThat(questionLog(SOUND.seen(key, AT, "{present: true}", "{paths: 3}")).lookedAt())
          .anyMatch(p -> p.contains(protocol) && p.endsWith(looked));
      Scene none = SOUND.seen(key, AT, "{present: false}");
      assertThat(judged(none)).isInstanceOf(Finding.Holds.class);
      assertThat(questionLog(none).lookedAt()).noneMatch(p -> p.contains(protocol));
    }
  }

  @Test
  void aSearchNamesThePathsThatItLeftOut() {
    Scene part =
        SOUND.seen(
            "http.surface", AT, "{open: []}", "{paths: 61, unanswered: [/config], left: [/a, /b]}");
    assertThat(questionLog(part).notLookedAt())
        .contains(
            "1 paths of " + AT + " gave no answer: [/config]",
            "2 paths that " + AT + " names: [/a, /b]");
    assertThat(questionLog(SOUND).notLookedAt()).noneMatch(p -> p.contains("paths"));
  }

  @Test
  void aSearchTellsOfActionsAndCommunities() {
    assertThat(questionLog(SOUND.seen("upnp.control", AT, "{open: []}")).lookedAt())
        .contains("no UPnP action that was called at " + AT + " gave a value");
    assertThat(
            questionLog(
                    SOUND.seen(
                        "snmp.access",
                        AT,
                        "{present: true, communities: [], users: []}",
                        "{heard: true, communities: 20}"))
                .lookedAt())
        .anyMatch(p -> p.startsWith("none of 20 communities and "));
  }

  @Test
  void pathsOfAnotherEndpointAreNotThoseOfThisOne() {
    String row = "- {id: LogIntf-1, endpoints: [%s], paths: [/a]}";
    Scene asked = SOUND.seen("http.surface", AT, "{open: []}", "{paths: 61, unanswered: []}");
    assertThat(judged(asked.rows("28-LogIntf", row.formatted("tcp/80"))))
        .isInstanceOf(Finding.Holds.class);
    assertThat(reason(asked.rows("28-LogIntf", row.formatted("tcp/443"))))
        .contains("1 declared paths of " + AT + " were not tried: [/a]");
  }

  @Test
  void aShellThatAsksForALoginIsToldAsLookedAt() {
    assertThat(questionLog(SOUND.seen("ssh.methods", AT, "{methods: [publickey]}")).lookedAt())
        .contains("SSH at " + AT + " offers no method that needs no login");
  }
}
