package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, from where, and what every answer carries. */
class GuardTest {
  @TempDir static Path temporary;
  private static Workbench workbench;

  @BeforeAll
  static void start() throws IOException {
    workbench = Copies.workbench(temporary);
  }

  @AfterAll
  static void stop() {
    workbench.close();
  }

  @Test
  void anotherHostNameIsRefused() throws Exception {
    Client client = Client.stranger(workbench);
    for (String host : List.of("evil.example", "127.0.0.1", "127.0.0.1.evil.example", "[::1]")) {
      assertThat(raw(client.host(), "GET / HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 421");
    }
    assertThat(raw(client.host(), "GET / HTTP/1.1\r\nHost: " + client.host()))
        .startsWith("HTTP/1.1 401");
  }

  private static String raw(String address, String head) throws IOException {
    URI uri = URI.create("http://" + address);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anotherOriginIsRefused() throws Exception {
    Client client = Client.of(workbench);
    for (String origin : List.of("http://evil.example", "null", "https://" + client.host())) {
      assertThat(client.get("/", "Origin", origin).statusCode()).as(origin).isEqualTo(403);
      assertThat(
              client
                  .send("/me", client.csrf(), List.of("Origin", origin), "name", "E")
                  .statusCode())
          .as(origin)
          .isEqualTo(403);
    }
    assertThat(client.get("/", "Origin", "http://" + client.host()).statusCode()).isEqualTo(200);
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws Exception {
    Client client = Client.of(workbench);
    Client other = Client.of(workbench);
    for (String token : List.of("", "x", other.csrf())) {
      assertThat(client.send("/me", token, List.of(), "name", "Mallory").statusCode())
          .isEqualTo(403);
    }
    assertThat(client.get("/me").body()).doesNotContain("Mallory");
    assertThat(client.post("/me", "name", "Ann").statusCode()).isEqualTo(303);
    assertThat(client.get("/me").body()).contains("Ann");
  }

  @Test
  void aFormFromAnotherSiteIsRefusedAlsoWithItsToken() throws Exception {
    Client client = Client.of(workbench);
    assertThat(
            client
                .send(
                    "/me",
                    client.csrf(),
                    List.of("Sec-Fetch-Site", "cross-site"),
                    "name",
                    "Mallory")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void withoutASessionNothingOfADossierIsTold() throws Exception {
    Client stranger = Client.stranger(workbench);
    workbench.routes().stream()
        .filter(r -> !r.path().equals("/login") && !r.path().startsWith("/assets"))
        .forEach(
            r -> {
              try {
                String path = r.path().replace("{product}", "tag").replaceAll("[{]\\w+[}]", "00");
                HttpResponse<String> answer =
                    r.method().name().equals("GET")
                        ? stranger.get(path)
                        : stranger.send(path, "x", List.of());
                assertThat(answer.statusCode()).as(r.name()).isEqualTo(401);
                assertThat(answer.body()).as(r.name()).doesNotContain("Example Devices");
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @Test
  void aLinkOpensOneSession() throws Exception {
    URI link = workbench.address();
    String path = link.getRawPath() + "?" + link.getRawQuery();
    HttpResponse<String> first = Client.stranger(workbench).get(path);
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Domain");
    assertThat(Client.stranger(workbench).get(path).statusCode()).isEqualTo(403);
  }

  @Test
  void aSessionThatWasBroughtAlongIsNotTheOneThatIsOpened() throws Exception {
    Client client = Client.of(workbench);
    String before = client.csrf();
    URI link = workbench.address();
    client.get(link.getRawPath() + "?" + link.getRawQuery());
    assertThat(client.csrf()).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void afterLoggingOutTheSessionIsOver() throws Exception {
    Client client = Client.of(workbench);
    assertThat(client.post("/logout").statusCode()).isEqualTo(401);
    assertThat(client.get("/").statusCode()).isEqualTo(401);
  }

  @Test
  void guessingLinksIsSlowedDown(@TempDir Path other) throws Exception {
    try (Workbench another = Copies.workbench(other)) {
      Client stranger = Client.stranger(another);
      for (int i = 0; i < 10; i++) {
        assertThat(stranger.get("/login?token=guess" + i).statusCode()).isEqualTo(403);
      }
      URI link = another.address();
      assertThat(stranger.get("/login?token=guess").statusCode()).isEqualTo(429);
      assertThat(stranger.get(link.getRawPath() + "?" + link.getRawQuery()).statusCode())
          .isEqualTo(429);
    }
  }

  @Test
  void everyAnswerCarriesThePolicy() throws Exception {
    Client client = Client.of(workbench);
    for (String path : List.of("/", "/p/tag", "/p/tag/decide", "/nowhere", "/p/other")) {
      assertThat(client.get(path).headers().map())
          .as(path)
          .containsEntry("X-Content-Type-Options", List.of("nosniff"))
          .containsEntry("Cache-Control", List.of("no-store"))
          .containsEntry("Referrer-Policy", List.of("same-origin"))
          .containsKey("Content-Security-Policy")
          .doesNotContainKeys("Server", "Access-Control-Allow-Origin");
    }
    assertThat(client.get("/").headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void aRequestWithTwoLengthsAndOneThatIsEchoedAreRefused() throws Exception {
    Client client = Client.stranger(workbench);
    String host = " HTTP/1.1\r\nHost: " + client.host();
    assertThat(
            raw(
                client.host(),
                "POST /login" + host + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked"))
        .startsWith("HTTP/1.1 400");
    assertThat(raw(client.host(), "TRACE /assets/icon.svg" + host + "\r\nX-Echo: mark"))
        .matches("(?s)HTTP/1\\.1 4\\d\\d .*")
        .doesNotContain("mark");
  }

  @Test
  void aFieldOfAFormIsNotTakenFromTheAddress() throws Exception {
    Client client = Client.of(workbench);
    assertThat(client.post("/me?name=Mallory", "name", "Ann").statusCode()).isEqualTo(303);
    assertThat(client.page("/me").text()).contains("Ann").doesNotContain("Mallory");
    assertThat(client.post("/me?name=Mallory").statusCode()).isEqualTo(422);
  }

  @Test
  void noPathLeavesItsDossier() throws Exception {
    Client client = Client.of(workbench);
    for (String path :
        List.of(
            "/p/tag/evidence/..%2f..%2fproduct.yaml",
            "/p/tag/evidence/%2e%2e",
            "/p/..%2ftag",
            "/assets/..%2fworkbench.css",
            "/assets/%2e%2e%2fworkbench.css",
            "/p/tag/evidence/" + "0".repeat(64))) {
      assertThat(client.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void formsOfMoreThan64MebibytesAreRefusedWithAWordOnEveryPage() throws Exception {
    Client client = Client.of(workbench);
    byte[] large = new byte[64 << 20];
    String said = "More than 64 MiB were sent, so nothing was saved.";
    HttpResponse<String> told = client.upload("/p/tag/decide", "a.bin", large);
    assertThat(told.statusCode()).as(told.body()).isEqualTo(413);
    assertThat(told.body()).contains(said, "Send smaller or fewer files.");
    HttpResponse<String> document =
        client.upload("/p/tag/import", "document", "a.xlsx", new byte[(32 << 20) + 1]);
    assertThat(document.statusCode()).isEqualTo(413);
    assertThat(document.body()).contains("The file is larger than 32 MiB.");
    for (HttpResponse<String> untold :
        List.of(
            client.uploadWithoutLength("/p/tag/decide", "a.bin", large),
            client.sendWithoutLength("/me", new byte[large.length + 1]))) {
      assertThat(untold.statusCode()).as(untold.body()).isEqualTo(413);
      assertThat(untold.body()).contains(said);
    }
  }
}
