package dev.plumbline.client.ssh;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/** Password authentication of SSH (RFC 4252), one attempt a connection. */
public final class SshLogin implements LoginInterface {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** A server that turns this address away is asked again so often at most in one patience. */
  private static final int LOOKS = 9;

  private static final Duration HANDSHAKE = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(40);

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final LoginWords words;
  private final boolean keyboardInteractive;
  private final Duration pause;
  private Duration left;

  /**
   * @param keyboardInteractive whether the password goes by that method (RFC 4256) instead
   */
  public SshLogin(
      ProbeContext context, Endpoint endpoint, LoginWords words, boolean keyboardInteractive) {
    this(context, endpoint, words, keyboardInteractive, Duration.ZERO);
  }

  private SshLogin(
      ProbeContext context,
      Endpoint endpoint,
      LoginWords words,
      boolean keyboardInteractive,
      Duration patience) {
    this.left = patience;
    this.pause = patience.dividedBy(LOOKS);
    this.keyboardInteractive = keyboardInteractive;
    this.context = context;
    this.endpoint = endpoint;
    this.words = words;
  }

  @Override
  public String kind() {
    return "ssh-password";
  }

  @Override
  public String mechanism() {
    return endpoint + " ssh-password";
  }

  @Override
  public LoginInterface patient(Duration most) {
    return new SshLogin(context, endpoint, words, keyboardInteractive, most);
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    while (true) {
      try {
        return once(user, password);
      } catch (TurnedAwayException e) {
        if (!pause.isPositive() || left.compareTo(pause) < 0) {
          throw e;
        }
        context.rest(pause);
        left = left.minus(pause);
      }
    }
  }

  /**
   * The server closed before it named itself. OpenSSH does so for a while with an address from
   * which logins failed or connections came that never logged in (sshd_config, PerSourcePenalties).
   */
  private static final class TurnedAwayException extends IOException {
    private static final long serialVersionUID = 1L;

    TurnedAwayException(Exception cause) {
      super("it closes the connection before it names itself", cause);
    }
  }

  private Attempt once(String user, String password) throws IOException, InterruptedException {
    try (Wire wire = context.connect(endpoint, CONNECT);
        SshClient client = client(wire)) {
      client.start();
      try (ClientSession session = session(client, user)) {
        return over(session, password);
      }
    } catch (InterruptedIOException e) {
      InterruptedException stopped = new InterruptedException(e.getMessage());
      stopped.initCause(e);
      throw stopped;
    }
  }

  private Attempt over(ClientSession session, String password)
      throws IOException, InterruptedException {
    try {
      // Not addPasswordIdentity: it refuses the empty password, which some devices accept.
      session.setPasswordIdentityProvider(PasswordIdentityProvider.wrapPasswords(password));
      Instant sent = context.clock().instant();
      AuthFuture answer = session.auth();
      boolean done = answer.await(ANSWER);
      Duration took = Duration.between(sent, context.clock().instant());
      if (!done) {
        throw new IOException("no answer to the password");
      }
      return judged(answer, took);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      if (session.isOpen() || named(session)) {
        throw e;
      }
      throw new TurnedAwayException(e);
    }
  }

  private static boolean named(ClientSession session) {
    return String.valueOf(session.getServerVersion()).startsWith("SSH-");
  }

  private ClientSession session(SshClient client, String user) throws IOException {
    InetSocketAddress address = new InetSocketAddress(endpoint.address(), endpoint.port());
    return client.connect(user, address).verify(HANDSHAKE).getSession();
  }

  private Attempt judged(AuthFuture answer, Duration took) throws IOException {
    if (answer.isSuccess()) {
      return Attempt.explicit(Outcome.ACCEPTED, "authenticated", took);
    }
    Throwable problem = answer.getException();
    String text = problem == null || problem.getMessage() == null ? "" : problem.getMessage();
    if (words.lock(text).isPresent()) {
      return Attempt.explicit(Outcome.LOCKED, "says so", took);
    }
    // The library's words for: the server has no further method for this user.
    if (problem == null || text.contains("No more authentication methods available")) {
      return Attempt.explicit(Outcome.REFUSED, "not authenticated", took);
    }
    throw new IOException("no authentication: " + problem.getClass().getSimpleName());
  }

  /** Speaks the old algorithms too: a device that knows no better can still have a password. */
  private SshClient client(Wire wire) {
    SshClient client =
        ClientBuilder.builder()
            .serverKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE)
            .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
            .filePasswordProvider(FilePasswordProvider.EMPTY)
            .build();
    client.setIoServiceFactoryFactory(new WireTransport(wire.socket()));
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(
        List.of(
            keyboardInteractive
                ? UserAuthKeyboardInteractiveFactory.INSTANCE
                : UserAuthPasswordFactory.INSTANCE));
    client.setKeyExchangeFactories(
        BuiltinDHFactories.VALUES.stream()
            .filter(BuiltinDHFactories::isSupported)
            .map(ClientBuilder.DH2KEX)
            .toList());
    client.setCipherFactories(
        BuiltinCiphers.VALUES.stream()
            .filter(c -> c.isSupported() && c != BuiltinCiphers.none)
            .map(c -> (NamedFactory<Cipher>) c)
            .toList());
    client.setMacFactories(
        BuiltinMacs.VALUES.stream()
            .filter(BuiltinMacs::isSupported)
            .map(m -> (NamedFactory<Mac>) m)
            .toList());
    client.setSignatureFactories(
        BuiltinSignatures.VALUES.stream()
            .filter(BuiltinSignatures::isSupported)
            .map(g -> (NamedFactory<Signature>) g)
            .toList());
    return client;
  }
}
