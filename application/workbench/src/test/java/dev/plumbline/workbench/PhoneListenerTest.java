package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The second listener that a phone opens, requirement by requirement of docs/asvs.md. */
class PhoneListenerTest {
  private static final byte[] FILE = "a picture".getBytes(StandardCharsets.UTF_8);
  private static final String TOO_LARGE =
      "More than 64 MiB were sent, so nothing was saved. Send smaller or fewer files.";
  private static MovedClock clock = new MovedClock(Instant.EPOCH);

  @TempDir static Path temporary;
  private static Workbench workbench;
  private static PhoneDesk phones;
  private static String query = "";

  @BeforeAll
  static void start() throws Exception {
    clock = new MovedClock(Clock.systemUTC().instant());
    workbench = Copies.workbench(temporary, clock);
    phones = PhoneDesk.of(workbench, temporary, clock.instant());
    query =
        phones
            .client()
            .page("/p/tag/decide")
            .select("#phone form")
            .attr("action")
            .replaceFirst("^[^?]*", "");
  }

  @AfterAll
  static void stop() {
    workbench.close();
  }

  @AfterEach
  void clear() throws Exception {
    phones.client().post("/p/tag/phone/close" + query);
    for (String file : phones.panel(query).select(".arrived [name=file]").eachAttr("value")) {
      phones.client().post("/p/tag/phone/discard" + query, "file", file);
    }
  }

  private static Client speaking(URI link, String protocol, String suite) {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    parameters.setCipherSuites(new String[] {suite});
    return Client.to(
        "https://" + link.getAuthority(),
        HttpClient.newBuilder().sslContext(phones.trust()).sslParameters(parameters));
  }

  @Test
  void onlyTlsWithForwardSecrecyAndAuthenticatedEncryptionIsSpoken() throws Exception {
    URI link = phones.open(query);
    SSLSession usual = phones.phone(link).get(link.getPath()).sslSession().orElseThrow();
    assertThat(usual.getProtocol() + " " + usual.getCipherSuite())
        .isEqualTo("TLSv1.3 TLS_AES_256_GCM_SHA384");
    assertThat(
            speaking(link, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")
                .get(link.getPath())
                .statusCode())
        .isEqualTo(200);
    for (Client refused :
        List.of(
            speaking(link, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"),
            speaking(link, "TLSv1.1", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"),
            Client.to("http://" + link.getAuthority()))) {
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> refused.get(link.getPath()));
    }
  }

  @Test
  void everyAnswerCarriesThePolicyAndNoCookie() throws Exception {
    URI link = phones.open(query);
    List<HttpResponse<String>> answers =
        List.of(
            phones.phone(link).get(link.getPath()),
            phones.phone(link).get("/"),
            phones.phone(link).get(link.getPath(), "Origin", "https://evil.example"),
            phones.send(link, new byte[0], ""),
            phones.send(link, FILE, ""));
    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .containsExactly(200, 404, 403, 422, 303);
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.headers().map())
                    .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                    .containsEntry("Cache-Control", List.of("no-store"))
                    .containsEntry("Referrer-Policy", List.of("same-origin"))
                    .containsEntry("Strict-Transport-Security", List.of("max-age=31536000"))
                    .hasEntrySatisfying(
                        "Content-Security-Policy",
                        policy ->
                            assertThat(policy.getFirst())
                                .startsWith("default-src 'none'; style-src 'sha256-")
                                .endsWith(
                                    "; form-action 'self'; frame-ancestors 'none';"
                                        + " base-uri 'none'"))
                    .doesNotContainKeys("Server", "Set-Cookie", "Access-Control-Allow-Origin"));
    assertThat(answers.subList(0, 4))
        .allSatisfy(
            answer ->
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .endsWith(";charset=utf-8"));
    assertThat(answers.getLast().headers().firstValue("Location").orElse(""))
        .isEqualTo(link.getPath());
  }

  @Test
  void aRequestWithTwoLengthsAndOneThatIsEchoedAreRefused() throws Exception {
    URI link = phones.open(query);
    String host = " HTTP/1.1\r\nHost: " + link.getAuthority();
    assertThat(
            raw(
                link,
                "POST "
                    + link.getPath()
                    + host
                    + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked"))
        .startsWith("HTTP/1.1 400");
    assertThat(raw(link, "TRACE " + link.getPath() + host + "\r\nX-Echo: mark"))
        .matches("(?s)HTTP/1\\.1 4\\d\\d .*")
        .doesNotContain("mark");
  }

  private static String raw(URI link, String head) throws IOException {
    try (Socket socket = connected(link, "127.0.0.1")) {
      String request = head + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A connection over TLS from an address of the loopback network. */
  private static Socket connected(URI link, String from) throws IOException {
    Socket plain = new Socket();
    plain.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    plain.connect(new InetSocketAddress(link.getHost(), link.getPort()));
    return phones
        .trust()
        .getSocketFactory()
        .createSocket(plain, link.getHost(), link.getPort(), true);
  }

  @Test
  @Timeout(25)
  void aStrangerHolds8ConnectionsAndKeepsThePhoneNotOut() throws Exception {
    URI link = phones.open(query);
    List<Socket> held = hold8AndNo9th(link, "127.0.0.2");
    assertThat(phones.send(link, FILE, "").statusCode()).isEqualTo(303);
    for (Socket socket : held) {
      socket.close();
    }
    assertThat(isLetInAgain(link, "127.0.0.2")).isTrue();
  }

  private static List<Socket> hold8AndNo9th(URI link, String from) throws IOException {
    List<Socket> held = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      held.add(begun(link, from));
    }
    for (int i = 0; i < 30; i++) {
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> begun(link, from));
    }
    return held;
  }

  /** A request whose end never comes. */
  private static Socket begun(URI link, String from) throws IOException {
    Socket socket = connected(link, from);
    socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** The server sees a little later that connections were closed. */
  private static boolean isLetInAgain(URI link, String from) throws IOException {
    long until = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < until) {
      try (Socket socket = begun(link, from)) {
        return socket.isConnected();
      } catch (SocketException | SSLException e) {
        Thread.onSpinWait();
      }
    }
    return false;
  }

  @Test
  void moreThan64MebibytesAreRefusedOnThePageAndNothingWaits() throws Exception {
    URI link = phones.open(query);
    assertThat(
            raw(
                link,
                "POST "
                    + link.getPath()
                    + " HTTP/1.1\r\nHost: "
                    + link.getAuthority()
                    + "\r\nExpect: 100-continue\r\nContent-Length: "
                    + ((64 << 20) + 1)))
        .startsWith("HTTP/1.1 413")
        .contains(TOO_LARGE);
    HttpResponse<String> unnamed = phones.sendWithoutLength(link, new byte[64 << 20]);
    assertThat(unnamed.statusCode()).as(unnamed.body()).isEqualTo(413);
    assertThat(Jsoup.parse(unnamed.body()).select("[role=alert]").text()).isEqualTo(TOO_LARGE);
    assertThat(Jsoup.parse(unnamed.body()).select("input[type=file]")).hasSize(1);
    assertThat(phones.sendWithoutLength(link, new byte[0]).statusCode()).isEqualTo(422);
    assertThat(phones.panel(query).select(".arrived li")).isEmpty();
    assertThat(phones.send(link, FILE, "").statusCode()).isEqualTo(303);
  }

  @Test
  void whatIsSentHasAPlainNameAndIsShownOnlyWhereItIsAPicture() throws Exception {
    URI link = phones.open(query);
    byte[] drawn =
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(
            phones
                .phone(link)
                .upload(link.getPath(), "../../<img src=x>.svg", drawn, "note", "x".repeat(600))
                .statusCode())
        .isEqualTo(303);
    Document panel = phones.panel(query);
    assertThat(panel.select(".arrived legend").text()).isEqualTo("Keep img_src_x_.svg, 1 KiB");
    assertThat(panel.select(".arrived img")).isEmpty();
    assertThat(panel.select(".arrived").text()).contains("x".repeat(400));
    assertThat(panel.select(".arrived").text()).doesNotContain("x".repeat(501));
    String file = panel.select(".arrived [name=file]").attr("value");
    assertThat(phones.client().get("/p/tag/phone/" + file + query).statusCode()).isEqualTo(404);
  }

  @Test
  void whoHasTheTokenCannotAskWithoutEnd() throws Exception {
    URI link = phones.open(query);
    Client phone = phones.phone(link);
    for (int i = 0; i < 60; i++) {
      assertThat(phone.get(link.getPath()).statusCode()).isEqualTo(200);
    }
    assertThat(phone.get(link.getPath()).statusCode()).isEqualTo(429);
    clock.move(Duration.ofSeconds(61));
    assertThat(phone.get(link.getPath()).statusCode()).isEqualTo(200);
  }

  @Test
  void whoRunsTheServerReadsWhatAPhoneDidAndNoToken() throws Exception {
    AtomicReference<String> authority = new AtomicReference<>("");
    List<String> told =
        TerminalLines.told(
            "dev.plumbline.workbench",
            () -> {
              URI link = phones.open(query);
              authority.set(link.getAuthority());
              phones.send(link, FILE, "a note");
              phones.phone(link).get(link.getPath(), "Origin", "https://evil.example");
              for (Socket socket : hold8AndNo9th(link, "127.0.0.3")) {
                socket.close();
              }
              Client phone = phones.phone(link);
              for (int i = 0; i < 130; i++) {
                phone.get("/nothing");
              }
              phones.client().post("/p/tag/phone/close" + query);
            });
    String refused = "WARNING refused at a page for a phone, to 127.0.0.1 with ";
    assertThat(told)
        .containsExactly(
            "INFO this machine opened a page for a phone at " + authority.get(),
            refused + "404: There is no such page.",
            "INFO a file of 9 bytes came by phone from 127.0.0.1",
            refused + "403: The request comes from another site.",
            "WARNING refused at the address of a page for a phone: more than 8 connections at once"
                + " from 127.0.0.3",
            refused + "429: Too many requests within a minute.",
            "INFO the page for a phone at " + authority.get() + " closed");
  }
}
