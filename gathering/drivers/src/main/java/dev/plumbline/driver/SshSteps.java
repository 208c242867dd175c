package dev.plumbline.driver;

import dev.plumbline.client.ssh.WireTransport;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.Wire;
import dev.plumbline.probe.run.DriverSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

/** Runs commands over SSH, each over a connection of its own. */
final class SshSteps {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LOGIN = Duration.ofSeconds(20);
  private static final Duration COMMAND = Duration.ofSeconds(40);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int MOST_OUTPUT = 1_048_576;

  private final DriverSource.Ground ground;

  SshSteps(DriverSource.Ground ground) {
    this.ground = ground;
  }

  Map<String, String> perform(DriverStep.Ssh step, Variables variables)
      throws InterruptedException {
    String command = step.command().fill(variables, SshSteps::quoted);
    // Unquoted: a secret is known by its own text.
    String shown = DriverResponse.shown(step.command().fill(variables));
    Optional<Credential> login = variables.login(step.role());
    Instant until = ground.clock().instant().plus(step.within());
    while (true) {
      try {
        DriverResponse answer = run(step, command, login, variables.reaching());
        ground.note(
            "ssh at "
                + step.endpoint()
                + ": "
                + shown
                + ": "
                + answer.name()
                + " "
                + DriverResponse.shown(answer.text()));
        return answer.take(step.reading(), step.takes(), false);
      } catch (InterruptedIOException e) {
        InterruptedException stopped = new InterruptedException(e.getMessage());
        stopped.initCause(e);
        throw stopped;
      } catch (IOException e) {
        if (!ground.clock().instant().isBefore(until)) {
          throw StepFailure.errored("no answer from " + step.endpoint() + ": " + e.getMessage());
        }
      } catch (StepFailure e) {
        if (e.result().answered() || !ground.clock().instant().isBefore(until)) {
          throw e;
        }
      }
      ground.rest(PAUSE);
    }
  }

  /**
   * @param login empty for somebody who has none, and tries without
   * @param visiting whether it is the device's answer that the login is not taken
   */
  private DriverResponse run(
      DriverStep.Ssh step, String command, Optional<Credential> login, boolean visiting)
      throws IOException, InterruptedException {
    try (Wire wire = ground.connect(step.endpoint(), CONNECT);
        SshClient client = client(wire)) {
      client.start();
      InetSocketAddress address =
          new InetSocketAddress(step.endpoint().address(), step.endpoint().port());
      try (ClientSession session =
          client.connect(user(login), address).verify(LOGIN).getSession()) {
        session.setPasswordIdentityProvider(
            login
                .map(l -> PasswordIdentityProvider.wrapPasswords(l.password()))
                .orElse(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER));
        logIn(session, visiting);
        return executed(session, command);
      }
    }
  }

  /** Without a login somebody comes by a name that the device knows. */
  private String user(Optional<Credential> login) {
    return login
        .or(() -> ground.product().credentials().stream().findFirst())
        .map(Credential::user)
        .orElse("root");
  }

  private static void logIn(ClientSession session, boolean visiting) throws IOException {
    try {
      session.auth().verify(LOGIN);
    } catch (SshException e) {
      if (visiting
          && e.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
        throw StepFailure.refused("the login is not taken");
      }
      throw e;
    }
  }

  private static DriverResponse executed(ClientSession session, String command) throws IOException {
    BoundedOutput out = new BoundedOutput();
    try (ChannelExec channel = session.createExecChannel(command)) {
      channel.setOut(out);
      channel.setErr(out);
      channel.open().verify(LOGIN);
      boolean ended =
          channel
              .waitFor(EnumSet.of(ClientChannelEvent.CLOSED), COMMAND)
              .contains(ClientChannelEvent.CLOSED);
      Integer exit = channel.getExitStatus();
      if (!ended || exit == null) {
        throw new IOException("the command did not end with an exit code");
      }
      return new DriverResponse(
          "exit code " + exit, exit, exit == 0, out.text(), n -> Optional.empty());
    }
  }

  private static SshClient client(Wire wire) {
    SshClient client =
        ClientBuilder.builder()
            .serverKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE)
            .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
            .filePasswordProvider(FilePasswordProvider.EMPTY)
            .build();
    client.setIoServiceFactoryFactory(new WireTransport(wire.socket()));
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(
        List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
    return client;
  }

  /** A value as one word of a POSIX shell. */
  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }

  /** Keeps the beginning of what comes. */
  private static final class BoundedOutput extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
      if (kept.size() < MOST_OUTPUT) {
        kept.write(b);
      }
    }

    synchronized String text() {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
