package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.workbench.tls.SelfMadeCertificate;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a workbench on the network speaks, and what strangers cannot do to its connections. */
class TlsConnectionTest {
  private static final String PASSWORD = "three grey herons wade";

  @TempDir static Path temporary;
  private static Accounts accounts = Accounts.beside(Path.of("none"));
  private static ServerCertificate certificate;
  private static Workbench workbench;

  @BeforeAll
  static void start() throws IOException {
    accounts = Accounts.beside(temporary.resolve("keys"));
    accounts.add("ann", "Ann Assessor", PASSWORD);
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    Instant now = Clock.systemUTC().instant();
    certificate = SelfMadeCertificate.of(accounts.folder(), loopback, now);
    workbench =
        Workbench.start(
            List.of(Copies.of("sensor-tag", temporary.resolve("tag"))),
            new Access.Network(loopback, 0, certificate, accounts),
            ResultIndex.inMemory(),
            Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    workbench.close();
  }

  private static Client stranger() throws GeneralSecurityException, IOException {
    return Client.to(
        workbench.address().toString().replaceFirst("/login.*", ""),
        HttpClient.newBuilder().sslContext(Tls.trusting(certificate)));
  }

  private static Client loggedIn() throws Exception {
    Client client = stranger();
    assertThat(
            client.send("/login", "", List.of(), "name", "ann", "password", PASSWORD).statusCode())
        .isEqualTo(303);
    return client;
  }

  @Test
  void onlyTlsIsSpokenAndTheCertificateIsTheOneWhoseFingerprintIsTold() throws Exception {
    assertThat(workbench.address().toString()).startsWith("https://127.0.0.1:").endsWith("/login");
    assertThat(certificate.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    assertThat(stranger().get("/login").statusCode()).isEqualTo(200);
    try (HttpClient doubting = HttpClient.newHttpClient()) {
      assertThatExceptionOfType(SSLHandshakeException.class)
          .isThrownBy(
              () ->
                  doubting.send(
                      HttpRequest.newBuilder(workbench.address()).build(),
                      HttpResponse.BodyHandlers.ofString()));
    }
    SSLParameters old = new SSLParameters();
    old.setProtocols(new String[] {"TLSv1.1"});
    Client outdated =
        Client.to(
            workbench.address().toString().replaceFirst("/login.*", ""),
            HttpClient.newBuilder().sslContext(Tls.trusting(certificate)).sslParameters(old));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> outdated.get("/login"));
    Client clear = Client.to("http://127.0.0.1:" + workbench.address().getPort());
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> clear.get("/login"));
  }

  @Test
  void onlySuitesWithForwardSecrecyAndAuthenticatedEncryptionAreSpoken() throws Exception {
    assertThat(suite("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256").get("/login").statusCode())
        .isEqualTo(200);
    SSLSession usual = stranger().get("/login").sslSession().orElseThrow();
    assertThat(usual.getProtocol() + " " + usual.getCipherSuite())
        .isEqualTo("TLSv1.3 TLS_AES_256_GCM_SHA384");
    Client old = suite("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256");
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> old.get("/login"));
  }

  private static Client suite(String name) throws GeneralSecurityException, IOException {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.2"});
    parameters.setCipherSuites(new String[] {name});
    return Client.to(
        workbench.address().toString().replaceFirst("/login.*", ""),
        HttpClient.newBuilder().sslContext(Tls.trusting(certificate)).sslParameters(parameters));
  }

  @Test
  @Timeout(25)
  void strangersWhoSendSlowlyStopNobodyWhoIsLoggedIn() throws Exception {
    Client ann = loggedIn();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 30; i++) {
        slow.add(Tls.unfinished(Tls.trusting(certificate), workbench.address()));
      }
      assertThat(ann.get("/").statusCode()).isEqualTo(200);
      assertThat(stranger().get("/login").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aStrangerGetsOneAnswerAConnection() throws Exception {
    Client client = stranger();
    for (String path : List.of("/login", "/assets/htmx.min.js", "/p/tag", "/nowhere")) {
      assertThat(client.get(path).headers().firstValue("Connection")).as(path).contains("close");
    }
    assertThat(loggedIn().get("/").headers().firstValue("Connection")).isEmpty();
  }

  @Test
  void theCertificateStaysTheSameUntilItEnds() throws Exception {
    InetAddress address = InetAddress.ofLiteral("127.0.0.1");
    Instant now = Clock.systemUTC().instant();
    assertThat(SelfMadeCertificate.of(accounts.folder(), address, now).fingerprint())
        .isEqualTo(certificate.fingerprint());
    Path elsewhere = temporary.resolve("other/accounts");
    String first = SelfMadeCertificate.of(elsewhere, address, now).fingerprint();
    Instant nearEnd = now.plus(Duration.ofDays(380));
    assertThat(SelfMadeCertificate.of(elsewhere, address, nearEnd).fingerprint())
        .isNotEqualTo(first);
    assertThat(Files.getPosixFilePermissions(elsewhere.resolve("serve-127.0.0.1.pem"))).hasSize(2);
  }
}
