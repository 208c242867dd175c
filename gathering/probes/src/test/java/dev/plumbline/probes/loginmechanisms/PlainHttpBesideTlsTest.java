package dev.plumbline.probes.loginmechanisms;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that looks at the first byte before it decides for TLS or plain HTTP. */
class PlainHttpBesideTlsTest {
  private static final String FORM =
      "<form method=post action=/login><input name=user><input name=p type=password></form>";
  private static final int HANDSHAKE = 22;

  @TempDir static Path folder;
  private static SSLContext tls;

  @BeforeAll
  static void makeKey() throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("key.p12");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "a",
            "-keyalg",
            "EC",
            "-dname",
            "CN=hub",
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-keystore",
            store.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
  }

  private static LoginMechanism found(WebDevice secure, WebDevice plain) {
    Peer.Behaviour server =
        (client, n) -> {
          int first = client.getInputStream().read();
          byte[] read = {(byte) first};
          if (first == HANDSHAKE) {
            SSLSocket wrapped =
                (SSLSocket)
                    tls.getSocketFactory()
                        .createSocket(client, new ByteArrayInputStream(read), true);
            wrapped.setUseClientMode(false);
            secure.serve(wrapped, n);
            wrapped.close();
          } else {
            plain.serve(new Begun(client, first), n);
          }
        };
    try (Peer peer = Peer.at("127.77.22.10", server)) {
      String at = peer.endpoint().toString();
      return ProbeTrial.against(peer.endpoint())
          .given("service.identified", at, Map.of("protocol", "http", "tls", true))
          .given("http.surface", at, Map.of("guarded", List.of("/settings")))
          .run(new LoginMechanismsProbe())
          .one("login.mechanism")
          .as(LoginMechanism.class)
          .orElseThrow();
    }
  }

  /** A connection of which the first byte was read already. */
  private static final class Begun extends Socket {
    private final Socket socket;
    private final int first;

    Begun(Socket socket, int first) {
      this.socket = socket;
      this.first = first;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      PushbackInputStream in = new PushbackInputStream(socket.getInputStream());
      in.unread(first);
      return in;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return socket.getOutputStream();
    }

    @Override
    public void shutdownOutput() throws IOException {
      socket.shutdownOutput();
    }
  }

  @Test
  void aLoginFormThatPlainHttpGetsAtThePortOfTlsIsInClear() {
    LoginMechanism login = found(loginAtRoot(), loginAtRoot());
    assertThat(login.clearText()).isTrue();
    assertThat(login.looked()).contains("/settings in plain HTTP");
  }

  @Test
  void aServerThatOnlySaysThatItWantsTlsHasNoLoginInClear() {
    WebDevice says =
        new WebDevice(
            r -> answer("400 Bad Request", "Content-Type: text/html\r\n", "<h1>Use HTTPS</h1>"));
    assertThat(found(loginAtRoot(), says).clearText()).isFalse();
  }

  private static WebDevice loginAtRoot() {
    return new WebDevice(r -> html(FORM));
  }
}
