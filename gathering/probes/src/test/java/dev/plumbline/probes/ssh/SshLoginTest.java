package dev.plumbline.probes.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.defaultpasswords.DefaultPasswordsProbe;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.Test;

class SshLoginTest {
  private static final String ADDRESS = "127.77.25.1";

  private static Result triedAt(String password, boolean keyboard) throws IOException {
    return triedAt(password, keyboard, 70);
  }

  private static Result triedAt(String password, boolean keyboard, int budget) throws IOException {
    try (SshServer server = SshServer.setUpDefaultServer()) {
      server.setHost(ADDRESS);
      server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
      server.setPasswordAuthenticator((u, p, s) -> u.equals("root") && p.equals(password));
      server.setKeyboardInteractiveAuthenticator(DefaultKeyboardInteractiveAuthenticator.INSTANCE);
      server.setUserAuthFactories(
          List.of(
              keyboard
                  ? UserAuthKeyboardInteractiveFactory.INSTANCE
                  : UserAuthPasswordFactory.INSTANCE));
      server.start();
      Endpoint endpoint = Endpoint.tcp(ADDRESS, server.getPort());
      String method = keyboard ? "keyboard-interactive" : "password";
      return ProbeTrial.against(endpoint)
          .given("service.identified", endpoint.toString(), Map.of("protocol", "ssh"))
          .given("ssh.methods", endpoint.toString(), Map.of("methods", List.of(method)))
          .given("login.mechanism", endpoint.toString(), Map.of("kind", "ssh-password"))
          .budget(budget, 0)
          .run(new DefaultPasswordsProbe());
    }
  }

  @Test
  void thePasswordMethodOpens() throws IOException {
    assertThat(triedAt("vizxv", false).one("login.default-password").value().get("accepted"))
        .isEqualTo(List.of(opened(2L)));
  }

  @Test
  void keyboardInteractiveAloneOpens() throws IOException {
    assertThat(triedAt("vizxv", true).one("login.default-password").value().get("accepted"))
        .isEqualTo(List.of(opened(2L)));
  }

  @Test
  void theEmptyPasswordOpensWhereADeviceTakesIt() throws IOException {
    assertThat(triedAt("", false, 70).one("login.default-password").value().get("accepted"))
        .isEqualTo(List.of(opened(10L)));
  }

  @Test
  void anotherPasswordIsRefused() throws IOException {
    Observation seen = triedAt("own-Pw-3", false, 6).one("login.default-password");
    assertThat(seen.value().get("accepted")).isEqualTo(List.of());
    assertThat(seen.coverage()).containsEntry("tried", 5L);
  }

  private static Map<String, Object> opened(long after) {
    return Map.of("user", "root", "list", "mirai-2016", "what", "known", "after", after);
  }
}
