package dev.plumbline.checks.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What services other than web servers give without the right login. */
class OutsidersByProtocolTest {
  private final OutsidersGetNoAccessTest outsiders = new OutsidersGetNoAccessTest();

  private Scene withoutWeb() {
    Scene scene = outsiders.holding();
    for (String key : List.of("http.surface", "api.surface", "onvif.access", "websocket.access")) {
      scene = scene.without(key, Scene.endpoint(443));
    }
    return scene;
  }

  @Test
  void whatABrokerHandsToAnybodyIsOpen() {
    Scene broker = withoutWeb();
    outsiders.holds(
        broker.seen(
            "mqtt.access",
            Scene.endpoint(443),
            "{anonymous: false, open: [], guarded: ['#', $SYS/#]}",
            "{asked: [], unanswered: []}"));
    outsiders.holds(
        broker.seen(
            "mqtt.access",
            Scene.endpoint(443),
            "{anonymous: true, open: [], guarded: ['#', $SYS/#]}",
            "{asked: ['#', $SYS/#], unanswered: []}"));
    for (String nothing : List.of("true", "false")) {
      outsiders.undetermined(
          broker.seen(
              "mqtt.access",
              Scene.endpoint(443),
              "{anonymous: " + nothing + ", open: [], guarded: []}",
              "{asked: [], unanswered: []}"),
          "is not known");
    }
    Scene open =
        broker.seen(
            "mqtt.access",
            Scene.endpoint(443),
            "{open: [{path: '#', kind: data}]}",
            "{unanswered: []}");
    assertThat(outsiders.violated(open).reason()).contains("tcp/192.0.2.1/443 (mqtt #)");
    assertThat(
            outsiders
                .violated(
                    broker.seen(
                        "mqtt.access",
                        Scene.endpoint(443),
                        "{open: [{path: '#', kind: subscription}]}",
                        "{unanswered: []}"))
                .reason())
        .contains("mqtt #");
  }

  @Test
  void anFtpServerThatTakesAnybodyIsOpen() {
    Scene server = withoutWeb();
    outsiders.holds(
        server.seen(
            "ftp.access",
            Scene.endpoint(443),
            "{open: [], guarded: ['/']}",
            "{users: [anonymous], unanswered: []}"));
    outsiders.undetermined(
        server.seen("ftp.access", Scene.endpoint(443), "{open: []}", "{users: [], unanswered: []}"),
        "is not known");
    assertThat(
            outsiders
                .violated(
                    server.seen(
                        "ftp.access",
                        Scene.endpoint(443),
                        "{open: [{path: '/', kind: data}]}",
                        "{unanswered: []}"))
                .reason())
        .contains("ftp /");
  }

  @Test
  void anAgentOfSnmpIsOpenToAKnownCommunityToAnyAndToAUserWithoutAuthentication() {
    Scene agent = withoutWeb();
    String shut = "present: true, anybody: false, communities: [], users: []";
    outsiders.holds(snmp(agent, shut, "true", 20));
    outsiders.undetermined(snmp(agent, shut, "false", 20), "refused the communities or lost them");
    outsiders.undetermined(snmp(agent, shut, "true", 0), "no community of SNMP was tried");
    outsiders.undetermined(
        agent.line(
            "snmp.access", Scene.endpoint(443), "{present: true, anybody: false}", "{heard: true}"),
        "without 'versions'");
    String known = shut.replace("ies: []", "ies: [{community: public, version: '1'}]");
    assertThat(outsiders.violated(snmp(agent, known, "true", 20)).reason())
        .contains("SNMP community public");
    assertThat(
            outsiders
                .violated(snmp(agent, shut.replace("users: []", "users: [a]"), "true", 20))
                .reason())
        .contains("SNMP user without authentication a");
    outsiders.violated(snmp(agent, shut.replace("false", "true"), "true", 20));
  }

  private static Scene snmp(Scene scene, String value, String heard, int communities) {
    return scene.seen(
        "snmp.access",
        Scene.endpoint(443),
        "{" + value + "}",
        "{heard: " + heard + ", communities: " + communities + ", users: 5}");
  }

  /** A service of which nothing was asked for has nothing open, whatever it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          onvif.access    | {present: true, open: []} | [GetUsers]
          bacnet.presence | {present: true, open: []} | [name]
          """)
  void whereNothingWasAskedForNothingIsKnown(String key, String value, String asked) {
    Scene service = outsiders.holding();
    outsiders.holds(
        service.seen(key, Scene.endpoint(443), value, "{asked: " + asked + ", unanswered: []}"));
    outsiders.undetermined(
        service.seen(key, Scene.endpoint(443), value, "{asked: [], unanswered: []}"),
        "is not known");
  }

  @Test
  void sshThatAsksNothingLetsEverybodyIn() {
    Scene ssh = withoutWeb();
    outsiders.holds(ssh.seen("ssh.methods", Scene.endpoint(443), "{methods: [publickey]}"));
    outsiders.violated(ssh.seen("ssh.methods", Scene.endpoint(443), "{methods: [none]}"));
    outsiders.undetermined(
        ssh.seen("ssh.methods", Scene.endpoint(443), "{methods: []}"), "is not known");
  }
}
