package dev.plumbline.probes.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.defaultpasswords.DefaultPasswordsProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

  /** As OpenSSH does with an address from which logins failed. */
  @Test
  void aServerThatTurnsEverybodyAwayForAWhileIsAskedAgain() throws IOException {
    assertThat(turnedAway(6, 2).one("login.default-password").value().get("accepted"))
        .isEqualTo(List.of(opened(2L)));
  }

  @Test
  void whoHasNoTimeIsToldThatTheServerTurnsThemAway() throws IOException {
    Observation seen = turnedAway(Integer.MAX_VALUE, 0).one("login.default-password");
    assertThat(seen.seen()).isFalse();
    assertThat(seen.reason()).contains("before it names itself");
  }

  private static Result turnedAway(int times, int patience) throws IOException {
    try (SshServer server = SshServer.setUpDefaultServer();
        ServerSocket front = new ServerSocket(0, 50, InetAddress.ofLiteral(ADDRESS))) {
      server.setHost(ADDRESS);
      server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
      server.setPasswordAuthenticator((u, p, s) -> u.equals("root") && p.equals("vizxv"));
      server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
      server.start();
      Thread.ofVirtual().start(() -> front(front, server.getPort(), times));
      Endpoint endpoint = Endpoint.tcp(ADDRESS, front.getLocalPort());
      return ProbeTrial.against(endpoint)
          .given("service.identified", endpoint.toString(), Map.of("protocol", "ssh"))
          .given("ssh.methods", endpoint.toString(), Map.of("methods", List.of("password")))
          .given("login.mechanism", endpoint.toString(), Map.of("kind", "ssh-password"))
          .budget(70, 0)
          .wait(patience)
          .run(new DefaultPasswordsProbe());
    }
  }

  /**
   * Hands connections on to the server, but for the first ones after those that look whether it is
   * up.
   */
  private static void front(ServerSocket front, int port, int times) {
    try {
      for (int i = 0; !front.isClosed(); i++) {
        Socket client = front.accept();
        if (i <= times) {
          client.getOutputStream().write("Not allowed at this time\r\n".getBytes(US_ASCII));
          client.close();
        } else {
          Socket server = new Socket(InetAddress.ofLiteral(ADDRESS), port);
          Thread.ofVirtual().start(() -> pump(client, server));
          Thread.ofVirtual().start(() -> pump(server, client));
        }
      }
    } catch (IOException closed) {
      // The test is over.
      return;
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // One side closed, which ends both.
      return;
    }
  }

  private static Map<String, Object> opened(long after) {
    return Map.of("user", "root", "list", "mirai-2016", "what", "known", "after", after);
  }
}
