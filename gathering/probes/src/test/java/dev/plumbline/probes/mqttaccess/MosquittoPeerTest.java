package dev.plumbline.probes.mqttaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.defaultpasswords.DefaultPasswordsProbe;
import dev.plumbline.probes.kit.Daemon;
import dev.plumbline.probes.loginmechanisms.LoginMechanismsProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's mosquitto, open, with a password, and inside TLS. */
@Tag("peers")
class MosquittoPeerTest {
  private static final String ADDRESS = "127.77.50.3";

  @TempDir Path dir;

  /** As root the broker would change to a user that can read nothing here. */
  private Daemon broker(String settings) throws Exception {
    String me = System.getProperty("user.name");
    return Daemon.start(
        ADDRESS,
        dir,
        "mosquitto",
        port ->
            List.of(
                "mosquitto",
                "-c",
                Daemon.file(
                        dir,
                        "broker" + port + ".conf",
                        "user " + me + "\nlistener " + port + " " + ADDRESS + "\n" + settings)
                    .toString()));
  }

  private static ProbeTrial trial(Endpoint endpoint, boolean tls) {
    return ProbeTrial.against(endpoint)
        // For a busy machine.
        .limits(Limits.usual().hurried(Duration.ofSeconds(15), Duration.ofSeconds(50)))
        .given("service.identified", endpoint.toString(), Map.of("protocol", "mqtt", "tls", tls));
  }

  @Test
  void anOpenBrokerIsOpenAndNamesItsVersion() throws Exception {
    try (Daemon broker = broker("allow_anonymous true\nsys_interval 1\n")) {
      Result result = trial(broker.endpoint(), false).run(new MqttAccessProbe());
      Observation open = result.one("mqtt.access");
      assertThat(open.flag("anonymous")).contains(true);
      assertThat(open.texts("topics")).contains("$SYS/broker/version");
      assertThat(result.one("service.disclosed").value().get("facts"))
          .asString()
          .contains("mosquitto");
    }
  }

  @Test
  void aBrokerWithAPasswordIsShutAndOpensToAKnownOne() throws Exception {
    Path passwords = Files.createFile(dir.resolve("passwords"));
    Daemon.run(dir, List.of("mosquitto_passwd", "-b", passwords.toString(), "root", "xc3511"));
    try (Daemon broker = broker("allow_anonymous false\npassword_file " + passwords + "\n")) {
      Endpoint at = broker.endpoint();
      Observation shut = trial(at, false).run(new MqttAccessProbe()).one("mqtt.access");
      assertThat(shut.flag("anonymous")).contains(false);

      Observation login =
          trial(at, false)
              .given("mqtt.access", at.toString(), Map.of("anonymous", false))
              .run(new LoginMechanismsProbe())
              .one("login.mechanism");
      assertThat(login.text("kind")).isEqualTo("mqtt");
      assertThat(login.flag("clearText")).contains(true);

      Observation opened =
          trial(at, false)
              .given("login.mechanism", at.toString(), Map.of("kind", "mqtt", "password", true))
              .run(new DefaultPasswordsProbe())
              .one("login.default-password");
      assertThat(opened.value().get("accepted")).asString().contains("root", "mirai");
    }
  }

  @Test
  void aBrokerInsideTlsIsAsked() throws Exception {
    Daemon.run(
        dir,
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            "key.pem",
            "-out",
            "cert.pem",
            "-days",
            "9",
            "-subj",
            "/CN=broker"));
    try (Daemon broker =
        broker(
            "allow_anonymous true\ncertfile " + dir + "/cert.pem\nkeyfile " + dir + "/key.pem\n")) {
      Observation open =
          trial(broker.endpoint(), true).run(new MqttAccessProbe()).one("mqtt.access");
      assertThat(open.flag("anonymous")).contains(true);
      assertThat(open.flag("tls")).contains(true);
    }
  }
}
