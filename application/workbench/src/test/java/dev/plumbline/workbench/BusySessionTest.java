package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session that keeps the server busy keeps no other one out. */
class BusySessionTest {
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
  @Timeout(60)
  void sixRequestsOfASessionAreAnsweredAtOnceAndTheNextIsRefused() throws Exception {
    Client other = Client.of(workbench);
    URI link = workbench.address();
    String cookie =
        Client.stranger(workbench)
            .get(link.getRawPath() + "?" + link.getRawQuery())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .replaceFirst(";.*", "");
    List<Socket> held = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      held.add(unfinished(link, cookie));
    }
    Client same = Client.stranger(workbench);
    assertThat(await(same, cookie, 429).body())
        .contains("Too many requests of yours are being answered at once.");
    assertThat(same.get("/assets/workbench.css", "Cookie", cookie).statusCode()).isEqualTo(429);
    for (int i = 0; i < 30; i++) {
      assertThat(other.get("/p/tag").statusCode()).isEqualTo(200);
    }
    for (Socket socket : held) {
      socket.close();
    }
    assertThat(await(same, cookie, 200).statusCode()).isEqualTo(200);
  }

  /**
   * A form whose end never comes. What is there of it has come fast enough for a server that is
   * slow to look at it, since who sends slowly is cut off.
   */
  private static Socket unfinished(URI server, String cookie) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    String head =
        "POST /me HTTP/1.1\r\nHost: "
            + server.getAuthority()
            + "\r\nCookie: "
            + cookie
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 8000"
            + "\r\n\r\nname="
            + "x".repeat(7_900);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** The server sees a little later what was sent and what was closed. */
  private static HttpResponse<String> await(Client client, String cookie, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.get("/", "Cookie", cookie);
    long until = System.nanoTime() + 20_000_000_000L;
    while (answer.statusCode() != status && System.nanoTime() < until) {
      answer = client.get("/", "Cookie", cookie);
    }
    return answer;
  }
}
