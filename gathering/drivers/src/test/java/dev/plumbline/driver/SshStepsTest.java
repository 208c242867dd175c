package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshStepsTest {
  private static final String DRIVER =
      """
      ssh: {endpoint: "SERVER", as: owner}
      actions:
        create-data:
          - {ssh: "store ${marker}", refused: [3], take: {said: {match: "said .*"}}}
        read-state:
          - {ssh: "state", take: {software-version: {match: 'version (\\S+)'}}}
      """;

  @TempDir private Path folder;
  private final List<String> commands = new CopyOnWriteArrayList<>();

  /** A device whose commands all end so. */
  private DriverResult asked(String password, String output, int exit, String marker)
      throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok");
        SshServer server = SshServer.setUpDefaultServer()) {
      server.setHost(Stage.ADDRESS);
      server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
      server.setPasswordAuthenticator((user, given, session) -> given.equals(password));
      server.setCommandFactory((channel, command) -> new Fixed(command, output, exit));
      server.start();
      stage.driver(DRIVER.replace("SERVER", Stage.ADDRESS + ":" + server.getPort()));
      DriverResult result =
          marker.isEmpty()
              ? stage.perform(DriverAction.READ_STATE, Map.of("topic", "all"))
              : stage.perform(DriverAction.CREATE_DATA, Map.of("marker", marker));
      assertThat(stage.records()).allSatisfy(r -> assertThat(r).doesNotContain("Kx7-pQ92mmZ"));
      return result;
    }
  }

  private final class Fixed extends AbstractCommandSupport {
    private final String output;
    private final int exit;

    Fixed(String command, String output, int exit) {
      super(command, null);
      this.output = output;
      this.exit = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
      commands.add(getCommand());
      OutputStream out = getOutputStream();
      out.write(output.getBytes(StandardCharsets.UTF_8));
      out.flush();
      ExitCallback callback = getExitCallback();
      callback.onExit(exit);
    }

    @Override
    public void run() {}
  }

  @Test
  void takesAValueFromTheOutput() throws Exception {
    assertThat(asked("Kx7-pQ92mmZ", "version 1.2.3\n", 0, ""))
        .isEqualTo(new DriverResult.Done(Map.of("software-version", "1.2.3")));
  }

  @Test
  void aValueIsOneWordOfTheCommand() throws Exception {
    asked("Kx7-pQ92mmZ", "said yes\n", 0, "a'; reboot; '$(x)");
    assertThat(commands).containsExactly("store 'a'\\''; reboot; '\\''$(x)'");
  }

  @Test
  void tellsTheDevicesNoFromAFailure() throws Exception {
    assertThat(asked("Kx7-pQ92mmZ", "no", 3, "m")).isInstanceOf(DriverResult.Refused.class);
    assertThat(asked("Kx7-pQ92mmZ", "no", 4, "m")).isInstanceOf(DriverResult.Errored.class);
    assertThat(asked("Kx7-pQ92mmZ", "other", 0, "m")).isInstanceOf(DriverResult.Errored.class);
  }

  @Test
  void aLoginThatFailsIsTheDriversFailure() throws Exception {
    assertThat(asked("another one", "version 1.2.3\n", 0, ""))
        .isInstanceOf(DriverResult.Errored.class);
    assertThat(commands).isEmpty();
  }
}
