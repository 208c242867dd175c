package dev.plumbline.client.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.login.LoginDeclared;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class HttpFormLoginTest {
  private static final int ATTEMPTS = 5;
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final String PLAIN = "";

  private final AtomicInteger forms = new AtomicInteger();
  private final AtomicInteger logins = new AtomicInteger();

  /** A page with a login form. */
  private static String form(String headers, String hidden) {
    return answer(
        "200 OK",
        headers,
        "<form method=post action=/login><input name=user><input type=password name=pass>"
            + hidden
            + "</form>");
  }

  private static String answer(String status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: text/html\r\n"
        + headers
        + "Connection: close\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /**
   * Tries wrong passwords.
   *
   * @param page the form, by how often it was asked for
   * @param login the answer to a login, by its number
   */
  private List<Outcome> tried(Duration each, IntFunction<String> page, IntFunction<String> login) {
    return tried(ATTEMPTS, each, page, login);
  }

  private List<Outcome> tried(
      int attempts, Duration each, IntFunction<String> page, IntFunction<String> login) {
    AtomicLong looks = new AtomicLong();
    InstantSource source = () -> Instant.EPOCH.plus(each.multipliedBy(looks.incrementAndGet()));
    Peer.Behaviour device =
        (client, n) -> {
          String line =
              new BufferedReader(
                      new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                  .readLine();
          if (line == null) {
            // The runner looks whether the device is alive.
            return;
          }
          String answer =
              line.startsWith("POST")
                  ? login.apply(logins.incrementAndGet())
                  : page.apply(forms.incrementAndGet());
          client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        };
    try (Peer peer = Peer.at("127.77.21.93", device)) {
      Trying trying =
          new Trying(peer.endpoint(), attempts, source.withZone(ZoneOffset.UTC), new ArrayList<>());
      ProbeTrial.against(peer.endpoint()).run(trying);
      return trying.outcomes();
    }
  }

  private static String refused(int n) {
    return answer("401 Unauthorized", PLAIN, "Wrong password " + n);
  }

  @Test
  void aSlowServerIsNotAskedForTheSameFormAgain() {
    assertThat(tried(SLOW, n -> form(PLAIN, PLAIN), HttpFormLoginTest::refused))
        .hasSize(ATTEMPTS)
        .containsOnly(Outcome.REFUSED);
    assertThat(logins).hasValue(ATTEMPTS);
    assertThat(forms).hasValue(2);
  }

  @Test
  void aFormWithATokenIsFetchedForEachAttempt() {
    tried(
        SLOW,
        n -> form(PLAIN, "<input type=hidden name=token value=t" + n + ">"),
        HttpFormLoginTest::refused);
    assertThat(forms).hasValue(ATTEMPTS);
  }

  @Test
  void aFormWithACookieIsFetchedForEachAttempt() {
    tried(SLOW, n -> form("Set-Cookie: visit=1\r\n", PLAIN), HttpFormLoginTest::refused);
    assertThat(forms).hasValue(ATTEMPTS);
  }

  @Test
  void aServerThatAnswersAtOnceIsAskedForEachAttempt() {
    tried(Duration.ZERO, n -> form(PLAIN, PLAIN), HttpFormLoginTest::refused);
    assertThat(forms).hasValue(ATTEMPTS);
  }

  @Test
  void afterAnUnclearAnswerTheFormIsFetchedAnew() {
    assertThat(
            tried(
                SLOW,
                n -> form(PLAIN, PLAIN),
                n -> n == 3 ? answer("500 Error", PLAIN, "broken") : refused(n)))
        .containsExactly(
            Outcome.REFUSED, Outcome.REFUSED, Outcome.UNCLEAR, Outcome.REFUSED, Outcome.REFUSED);
    assertThat(forms).hasValue(4);
  }

  /** Some devices show at the form alone that they are locked. */
  @Test
  void aLockThatTheFormAloneShowsIsSeenOfASlowServer() {
    assertThat(
            tried(
                8,
                SLOW,
                n -> n < 3 ? form(PLAIN, PLAIN) : answer("429 Too Many Requests", PLAIN, "wait"),
                HttpFormLoginTest::refused))
        .endsWith(Outcome.REFUSED, Outcome.LOCKED, Outcome.LOCKED);
    assertThat(logins).hasValue(6);
  }

  private record Trying(Endpoint endpoint, int attempts, Clock clock, List<Outcome> outcomes)
      implements Probe {
    @Override
    public ProbeSpec spec() {
      return new ProbeSpec(
          "trying",
          "1.0.0",
          "Is it so?",
          List.of(Kinds.key(LoginDeclared.class)),
          List.of(),
          Intrusiveness.PROVOKE,
          Duration.ofSeconds(30));
    }

    @Override
    public void run(ProbeContext context) throws InterruptedException {
      HttpClient client = new HttpClient(context::connect, clock, endpoint, false, HttpLimits.PAGE);
      LoginInterface door = new HttpFormLogin(client, "/", List.of(), LoginWords.load());
      try {
        for (int i = 0; i < attempts; i++) {
          outcomes.add(door.attempt("owner", "wrong-" + i, Map.of()).outcome());
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
