package dev.plumbline.testbed.ssh;

import dev.plumbline.testbed.net.DeviceAccounts;
import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.Silence;
import dev.plumbline.testbed.net.TcpServer;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.shell.UnknownCommandFactory;

/**
 * An SSH server. Settings: {@code software} (behind {@code SSH-2.0-}), {@code kex}, {@code
 * ciphers}, {@code macs}, {@code signatures} (names to flags, in order of preference), {@code
 * hostKeys} (names {@code ec256}, {@code rsa1024} and so on to flags), {@code guard}.
 */
public final class SshPart implements Part {
  private final AutoCloseable server;
  private final InetSocketAddress endpoint;

  private SshPart(AutoCloseable server, InetSocketAddress endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /** Starts the server. */
  public static SshPart start(PartContext part) throws IOException {
    if (part.silence() != Silence.NONE) {
      TcpServer mute =
          TcpServer.start(part.address(), part.port(), (in, out) -> {}, part.silence());
      return new SshPart(mute, mute.endpoint());
    }
    Settings settings = part.settings();
    SshServer sshd =
        ServerBuilder.builder()
            .keyExchangeFactories(
                named(settings.on("kex"), n -> ServerBuilder.DH2KEX.apply(kex(n))))
            .cipherFactories(named(settings.on("ciphers"), BuiltinCiphers::fromFactoryName))
            .macFactories(named(settings.on("macs"), BuiltinMacs::fromFactoryName))
            .signatureFactories(
                named(settings.on("signatures"), BuiltinSignatures::fromFactoryName))
            .build();
    sshd.setHost(part.address().getHostAddress());
    sshd.setPort(part.port());
    sshd.setNioWorkers(2);
    sshd.setKeyPairProvider(
        part.key(
            KeyPairProvider.class, () -> KeyPairProvider.wrap(hostKeys(settings.on("hostKeys")))));
    sshd.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
    DeviceAccounts accounts = part.login();
    sshd.setPasswordAuthenticator(
        (user, password, session) -> {
          DeviceAccounts.Answer answer = accounts.attempt(user, password);
          if (answer == DeviceAccounts.Answer.LOCKED) {
            refuse(session);
          }
          return answer == DeviceAccounts.Answer.ACCEPTED;
        });
    sshd.setCommandFactory(UnknownCommandFactory.INSTANCE);
    CoreModuleProperties.SERVER_IDENTIFICATION.set(
        sshd, part.fill(settings.text("software", "SSH")));
    sshd.start();
    return new SshPart(
        () -> sshd.stop(true), new InetSocketAddress(part.address(), sshd.getPort()));
  }

  /** A locked account is told so, as far as SSH has words for it. */
  private static void refuse(ServerSession session) {
    try {
      session.disconnect(
          SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
          "Too many authentication failures");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> named(List<String> names, Function<String, T> find) {
    List<T> found = new ArrayList<>();
    names.forEach(name -> found.add(find.apply(name)));
    return found;
  }

  private static BuiltinDHFactories kex(String name) {
    return BuiltinDHFactories.fromFactoryName(name);
  }

  private static List<KeyPair> hostKeys(List<String> kinds) throws IOException {
    List<KeyPair> keys = new ArrayList<>();
    for (String kind : kinds) {
      boolean rsa = kind.startsWith("rsa");
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC");
        generator.initialize(Integer.parseInt(kind.replaceAll("\\D", "")));
        keys.add(generator.generateKeyPair());
      } catch (GeneralSecurityException e) {
        throw new IOException("no host key " + kind + ": " + e.getMessage(), e);
      }
    }
    return keys;
  }

  @Override
  public InetSocketAddress endpoint() {
    return endpoint;
  }

  @Override
  public void close() throws IOException {
    try {
      server.close();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot stop the SSH server", e);
    }
  }
}
