package dev.plumbline.workbench;

import static dev.plumbline.workbench.PasskeyServer.PASSWORD;
import static dev.plumbline.workbench.PasskeyServer.askedToLogIn;
import static dev.plumbline.workbench.PasskeyServer.logIn;
import static dev.plumbline.workbench.PasskeyServer.loggedIn;
import static dev.plumbline.workbench.TerminalLines.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.account.Passkey;
import dev.plumbline.workbench.SoftAuthenticator.Signing;
import dev.plumbline.workbench.passkey.PasskeyLogin;
import java.net.CookieManager;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who logs in with a passkey, and who is kept out. */
class PasskeyLoginTest {
  @TempDir static Path temporary;

  @SuppressWarnings("NullAway.Init")
  private static PasskeyServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new PasskeyServer(temporary);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void later() throws Exception {
    server.later();
  }

  @Test
  void aPasskeyLogsInWithoutANameAndWithoutAPassword() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Client client = server.stranger();
    JsonNode options = askedToLogIn(client);
    assertThat(options.path("userVerification").asString()).isEqualTo("required");
    assertThat(options.path("rpId").asString()).isEqualTo("localhost");
    assertThat(options.path("challenge").asString()).matches("[A-Za-z0-9_-]{43}");
    assertThat(options.path("allowCredentials")).as("no account is told").isEmpty();
    HttpResponse<String> answer = logIn(client, authenticator.signed(server.login("ann", options)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/");
    assertThat(client.page("/me").text()).contains("Ann Assessor");
    Passkey kept = server.passkeys.of("ann").getFirst();
    assertThat(kept.used()).isPresent();
    assertThat(kept.counter()).isEqualTo(1);
    assertThat(client.page("/passkeys").text()).contains("this browser is logged in with it");
  }

  @Test
  void theSessionIsANewOneAndTheOneBeforeIsOver() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    CookieManager cookies = new CookieManager();
    Client client = loggedIn(server.with(cookies), "bob");
    String before = cookies.getCookieStore().getCookies().getFirst().toString();
    assertThat(server.stranger().get("/", "Cookie", before).statusCode()).isEqualTo(200);
    HttpResponse<String> answer =
        logIn(client, authenticator.signed(server.login("ann", askedToLogIn(client))));
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .matches("__Host-plumbline-\\d+=[A-Za-z0-9_-]{43};.*")
        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(server.stranger().get("/", "Cookie", before).statusCode()).isEqualTo(401);
    assertThat(client.page("/me").text()).contains("Ann Assessor").doesNotContain("Bob");
  }

  private static Map<String, UnaryOperator<Signing>> faults() {
    Map<String, UnaryOperator<Signing>> faults = new LinkedHashMap<>();
    faults.put("another site", s -> s.origin("https://evil.example"));
    faults.put("a name below ours", s -> s.origin(s.origin().replace("//", "//evil.")));
    faults.put("another port", s -> s.origin("https://localhost:1"));
    faults.put("no port", s -> s.origin("https://localhost"));
    faults.put("clear text", s -> s.origin(s.origin().replace("https", "http")));
    faults.put("our address", s -> s.origin(s.origin().replace("localhost", "127.0.0.1")));
    faults.put("a page in a frame", s -> s.inFrame());
    faults.put("another relying party", s -> s.host("evil.example"));
    faults.put("nobody verified", s -> s.flags(1));
    faults.put("nobody there", s -> s.flags(4));
    faults.put("now with copies", s -> s.flags(5 | 8));
    faults.put("the answer to making one", s -> s.type("webauthn.create"));
    faults.put("another challenge", s -> s.challenge("A".repeat(43)));
    faults.put("no challenge", s -> s.challenge(""));
    faults.put("another key", s -> s.byAnotherKey());
    faults.put("a handle of nobody", s -> s.handle("A".repeat(43)));
    faults.put("no handle", s -> s.handle(""));
    return faults;
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotRightInOnePointOpensNothing() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Stream<DynamicTest> wrong =
        faults().entrySet().stream()
            .map(
                fault ->
                    DynamicTest.dynamicTest(
                        fault.getKey(),
                        () ->
                            assertThat(server.loginOfAnn(authenticator, fault.getValue()))
                                .isEqualTo(401)));
    DynamicTest right =
        DynamicTest.dynamicTest(
            "without a fault",
            () -> assertThat(server.loginOfAnn(authenticator, s -> s)).isEqualTo(303));
    return Stream.concat(wrong, Stream.of(right));
  }

  @Test
  void theHandleOfAnotherAccountOpensNeither() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    String bob = server.passkeys.handle("bob");
    assertThat(server.loginOfAnn(authenticator, s -> s.handle(bob))).isEqualTo(401);
  }

  @Test
  void anAnswerIsTakenOnceAndForItsOwnChallenge() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Client client = server.stranger();
    Signing signing = server.login("ann", askedToLogIn(client)).counter(0);
    String answer = authenticator.signed(signing);
    assertThat(logIn(client, answer).statusCode()).isEqualTo(303);
    assertThat(logIn(client, answer).statusCode()).as("again").isEqualTo(401);
    askedToLogIn(client);
    assertThat(logIn(client, answer).statusCode()).as("to a later challenge").isEqualTo(401);
    Signing next = server.login("ann", askedToLogIn(client)).counter(0);
    assertThat(logIn(client, authenticator.signed(next.byAnotherKey())).statusCode())
        .isEqualTo(401);
    assertThat(logIn(client, authenticator.signed(next)).statusCode())
        .as("a wrong answer spends it, too")
        .isEqualTo(401);
  }

  @Test
  void theChallengeOfAnotherBrowserIsNotTaken() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Client one = server.stranger();
    Client other = server.stranger();
    String answer = authenticator.signed(server.login("ann", askedToLogIn(one)));
    assertThat(logIn(server.stranger(), answer).statusCode()).as("without one").isEqualTo(401);
    askedToLogIn(other);
    assertThat(logIn(other, answer).statusCode()).isEqualTo(401);
    assertThat(logIn(one, answer).statusCode()).as("its own").isEqualTo(303);
  }

  @Test
  void aChallengeIsTooOldAfterFiveMinutes() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Client client = server.stranger();
    String late = authenticator.signed(server.login("ann", askedToLogIn(client)));
    server.clock.move(Duration.ofMinutes(5).plusSeconds(1));
    assertThat(logIn(client, late).statusCode()).isEqualTo(401);
    String inTime = authenticator.signed(server.login("ann", askedToLogIn(client)));
    server.clock.move(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(logIn(client, inTime).statusCode()).isEqualTo(303);
  }

  @Test
  void aCounterThatGoesBackIsRefusedAndTold() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    assertThat(server.loginOfAnn(authenticator, s -> s.counter(7))).isEqualTo(303);
    for (long counter : List.of(7L, 6L, 0L)) {
      List<String> told =
          told(
              PasskeyLogin.class.getName(),
              () ->
                  assertThat(server.loginOfAnn(authenticator, s -> s.counter(counter)))
                      .isEqualTo(401));
      assertThat(told)
          .containsExactly(
              "WARNING wrong login with a passkey of ann from 127.0.0.1: its counter went back, so"
                  + " there may be a copy of it");
    }
    assertThat(server.loginOfAnn(authenticator, s -> s.counter(8))).isEqualTo(303);
  }

  @Test
  void aPasskeyThatNobodyHasOrHasAnyMoreOpensNothing() throws Exception {
    assertThat(server.loginOfAnn(new SoftAuthenticator(), s -> s)).isEqualTo(401);
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Client client = server.stranger();
    assertThat(
            logIn(client, authenticator.signed(server.login("ann", askedToLogIn(client))))
                .statusCode())
        .isEqualTo(303);
    server.passkeys.remove("ann", server.passkeys.of("ann").getFirst().mark());
    assertThat(client.get("/").statusCode()).as("the session that it opened").isEqualTo(401);
    assertThat(server.loginOfAnn(authenticator, s -> s.counter(2))).isEqualTo(401);
  }

  @Test
  void aPasskeyOfAnotherNameOfTheServerOpensNothing() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Passkey made = server.passkeys.of("ann").getFirst();
    server.passkeys.remove("ann", made.mark());
    server.passkeys.add(
        "ann",
        new Passkey(
            made.id(),
            made.credential(),
            "lab.example",
            0,
            made.synced(),
            made.added(),
            made.used(),
            made.name()));
    assertThat(server.loginOfAnn(authenticator, s -> s)).isEqualTo(401);
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoAnswerIsRefusedLikeAWrongOne() {
    return Stream.of(
            "",
            "null",
            "[]",
            "{}",
            "7",
            "\"text\"",
            "{\"id\":1,\"rawId\":[],\"type\":{},\"response\":null}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{"
                + "\"clientDataJSON\":\"!!\",\"authenticatorData\":\"\",\"signature\":\"\","
                + "\"userHandle\":\"AA\"},\"clientExtensionResults\":{}}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{"
                + "\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AAAA\",\"signature\":\"AA\","
                + "\"userHandle\":\"AA\"},\"clientExtensionResults\":{}}",
            "[".repeat(2000),
            "{\"a\":".repeat(550),
            "\u0000\ud83d\ude00")
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text.isEmpty() ? "nothing" : text.substring(0, Math.min(40, text.length())),
                    () -> {
                      Client client = server.stranger();
                      askedToLogIn(client);
                      HttpResponse<String> answer = logIn(client, text);
                      assertThat(answer.statusCode()).isEqualTo(401);
                      assertThat(answer.body()).contains("This passkey did not log you in.");
                    }));
  }

  @Test
  void whatIsTooLongIsNotRead() throws Exception {
    Client client = server.stranger();
    askedToLogIn(client);
    assertThat(logIn(client, "x".repeat(9000)).statusCode()).isEqualTo(413);
    assertThat(
            client
                .send("/login/passkey/challenge", "", List.of(), "x", "x".repeat(9000))
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void wrongPasskeysOfOneSourceAreLookedAtTwentyTimes() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    for (int i = 0; i < 20; i++) {
      assertThat(server.loginOfAnn(authenticator, s -> s.byAnotherKey())).isEqualTo(401);
    }
    assertThat(server.loginOfAnn(authenticator, s -> s)).as("the right one").isEqualTo(429);
    Client client = server.stranger();
    assertThat(
            client.send("/login", "", List.of(), "name", "bob", "password", PASSWORD).statusCode())
        .as("the limit of the source is that of all logins")
        .isEqualTo(429);
    server.clock.move(Duration.ofMinutes(16));
    assertThat(server.loginOfAnn(authenticator, s -> s)).isEqualTo(303);
  }

  @Test
  void whoGuessesThePasswordOfAnAccountKeepsItsPasskeyNotOut() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Client client = server.stranger();
    for (int i = 0; i < 6; i++) {
      client.send("/login", "", List.of(), "name", "ann", "password", "wrong password " + i);
    }
    assertThat(
            client.send("/login", "", List.of(), "name", "ann", "password", PASSWORD).statusCode())
        .isEqualTo(429);
    assertThat(server.loginOfAnn(authenticator, s -> s)).isEqualTo(303);
  }

  @Test
  void anotherOriginIsRefusedBeforeAnythingIsRead() throws Exception {
    Client client = server.stranger();
    for (String path : List.of("/login/passkey/challenge", "/login/passkey")) {
      for (String origin : List.of("https://evil.example", "null")) {
        assertThat(client.send(path, "", List.of("Origin", origin)).statusCode())
            .as(path + " from " + origin)
            .isEqualTo(403);
      }
    }
  }

  @Test
  void theTerminalTellsLoginsAndNothingThatWasSent() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    List<String> told =
        told(
            PasskeyLogin.class.getName(),
            () -> {
              server.loginOfAnn(authenticator, s -> s);
              server.loginOfAnn(authenticator, s -> s.origin("https://evil.example"));
              server.loginOfAnn(new SoftAuthenticator(), s -> s);
              logIn(server.stranger(), "x\nINFO ann logged in");
            });
    assertThat(told)
        .containsExactly(
            "INFO ann logged in with a passkey from 127.0.0.1",
            "WARNING wrong login with a passkey of ann from 127.0.0.1",
            "WARNING wrong login with a passkey of an unknown account from 127.0.0.1",
            "WARNING wrong login with a passkey of an unknown account from 127.0.0.1");
  }

  @Test
  void ofOneSourceTheNewestChallengesAreKept() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Client first = server.stranger();
    JsonNode old = askedToLogIn(first);
    for (int i = 0; i < 20; i++) {
      askedToLogIn(server.stranger());
    }
    assertThat(logIn(first, authenticator.signed(server.login("ann", old))).statusCode())
        .isEqualTo(401);
    JsonNode fresh = askedToLogIn(first);
    assertThat(logIn(first, authenticator.signed(server.login("ann", fresh))).statusCode())
        .isEqualTo(303);
  }
}
