package dev.plumbline.workbench;

import static dev.plumbline.workbench.PasskeyServer.PASSWORD;
import static dev.plumbline.workbench.PasskeyServer.add;
import static dev.plumbline.workbench.PasskeyServer.askedToAdd;
import static dev.plumbline.workbench.PasskeyServer.askedToLogIn;
import static dev.plumbline.workbench.PasskeyServer.logIn;
import static dev.plumbline.workbench.PasskeyServer.loggedIn;
import static dev.plumbline.workbench.TerminalLines.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workbench.SoftAuthenticator.Signing;
import dev.plumbline.workbench.passkey.PasskeyPage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** The page on which people add, see and remove the passkeys of their account. */
class PasskeyPageTest {
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

  private static String mark() throws Exception {
    return server.passkeys.of("ann").getFirst().mark();
  }

  @Test
  void aPasskeyIsAddedListedAndRemoved() throws Exception {
    Client ann = server.loggedIn("ann");
    assertThat(ann.page("/passkeys").text()).contains("The account ann has no passkey.");
    JsonNode options = askedToAdd(ann);
    assertThat(options.at("/rp/id").asString()).isEqualTo("localhost");
    assertThat(options.at("/user/name").asString()).isEqualTo("ann");
    assertThat(options.at("/user/displayName").asString()).isEqualTo("Ann Assessor");
    assertThat(options.at("/user/id").asString()).isEqualTo(server.passkeys.handle("ann"));
    assertThat(options.at("/authenticatorSelection/residentKey").asString()).isEqualTo("required");
    assertThat(options.at("/authenticatorSelection/userVerification").asString())
        .isEqualTo("required");
    assertThat(options.path("attestation").asString()).isEqualTo("none");
    assertThat(options.path("excludeCredentials")).isEmpty();
    SoftAuthenticator authenticator = new SoftAuthenticator();
    HttpResponse<String> added = add(ann, authenticator.made(server.making(options)));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    assertThat(ann.page("/passkeys").text())
        .contains("Blue key", mark(), "localhost", "never", "stays on one device")
        .doesNotContain("has no passkey", authenticator.id());
    assertThat(askedToAdd(ann).at("/excludeCredentials/0/id").asString())
        .isEqualTo(authenticator.id());
    assertThat(server.loginOfAnn(authenticator, s -> s)).isEqualTo(303);
    assertThat(ann.page("/passkeys").text()).doesNotContain("never");
    assertThat(ann.post("/passkeys/remove", "passkey", mark(), "current", PASSWORD).statusCode())
        .isEqualTo(303);
    assertThat(ann.page("/passkeys").text()).contains("has no passkey");
    assertThat(server.loginOfAnn(authenticator, s -> s.counter(9))).isEqualTo(401);
  }

  @Test
  void nothingOfAPasskeyLiesInADossier() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    assertThat(server.loginOfAnn(authenticator, s -> s)).isEqualTo(303);
    List<String> holders = new ArrayList<>();
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.contains(authenticator.id())) {
          holders.add(temporary.relativize(file).toString());
        }
      }
    }
    assertThat(holders).containsExactly("keys/accounts/ann.passkeys");
  }

  @Test
  void programsReadTheSameAsJson() throws Exception {
    server.passkeyOf("ann");
    HttpResponse<String> json =
        server.loggedIn("ann").get("/passkeys", "Accept", "application/json");
    assertThat(json.body()).contains("\"Blue key\"", "\"localhost\"").doesNotContain("credential");
  }

  private static Map<String, UnaryOperator<Signing>> faults() {
    Map<String, UnaryOperator<Signing>> faults = new LinkedHashMap<>();
    faults.put("another site", s -> s.origin("https://evil.example"));
    faults.put("another port", s -> s.origin("https://localhost:1"));
    faults.put("clear text", s -> s.origin(s.origin().replace("https", "http")));
    faults.put("a page in a frame", s -> s.inFrame());
    faults.put("another relying party", s -> s.host("evil.example"));
    faults.put("nobody verified", s -> s.flags(1));
    faults.put("nobody there", s -> s.flags(4));
    faults.put("the answer to a login", s -> s.type("webauthn.get"));
    faults.put("another challenge", s -> s.challenge("A".repeat(43)));
    return faults;
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotRightInOnePointIsNotKept() {
    return faults().entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey(),
                    () -> {
                      Client ann = server.loggedIn("ann");
                      Signing right = server.making(askedToAdd(ann));
                      SoftAuthenticator authenticator = new SoftAuthenticator();
                      assertThat(
                              add(ann, authenticator.made(fault.getValue().apply(right)))
                                  .statusCode())
                          .isEqualTo(422);
                      assertThat(server.passkeys.of("ann")).isEmpty();
                      assertThat(add(ann, authenticator.made(right)).statusCode())
                          .as("the challenge is spent")
                          .isEqualTo(422);
                      assertThat(server.passkeys.of("ann")).isEmpty();
                    }));
  }

  @Test
  void theChallengeOfAnotherSessionIsNotTaken() throws Exception {
    Client here = server.loggedIn("ann");
    Client there = server.loggedIn("ann");
    String made = new SoftAuthenticator().made(server.making(askedToAdd(here)));
    assertThat(add(there, made).statusCode()).as("without one").isEqualTo(422);
    askedToAdd(there);
    assertThat(add(there, made).statusCode()).isEqualTo(422);
    assertThat(server.passkeys.of("ann")).isEmpty();
    server.clock.move(Duration.ofMinutes(5).plusSeconds(1));
    assertThat(add(here, made).statusCode()).as("too late").isEqualTo(422);
    assertThat(server.passkeys.of("ann")).isEmpty();
  }

  @Test
  void aChallengeOfALoginMakesNoPasskey() throws Exception {
    Client ann = server.loggedIn("ann");
    JsonNode login = askedToLogIn(ann);
    assertThat(add(ann, new SoftAuthenticator().made(server.making(login))).statusCode())
        .isEqualTo(422);
    assertThat(server.passkeys.of("ann")).isEmpty();
  }

  @Test
  void whatIsNoAnswerIsRefused() throws Exception {
    Client ann = server.loggedIn("ann");
    for (String text : List.of("", "null", "{}", "[]", "{\"a\":".repeat(1500), "x".repeat(20000))) {
      askedToAdd(ann);
      HttpResponse<String> answer = add(ann, text);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains(text.isEmpty() ? "Allow the scripts" : "try again");
    }
    assertThat(server.passkeys.of("ann")).isEmpty();
  }

  @Test
  void withoutTheCurrentPasswordNothingChanges() throws Exception {
    server.passkeyOf("ann");
    Client ann = server.loggedIn("ann");
    String wrong = "a wrong password";
    assertThat(ann.post("/passkeys/challenge", "name", "More", "current", wrong).statusCode())
        .isEqualTo(403);
    assertThat(ann.post("/passkeys/remove", "passkey", mark(), "current", wrong).statusCode())
        .isEqualTo(403);
    assertThat(
            ann.send("/passkeys/remove", "x", List.of(), "passkey", mark(), "current", PASSWORD)
                .statusCode())
        .as("a form of another session")
        .isEqualTo(403);
    assertThat(server.passkeys.of("ann")).hasSize(1);
  }

  @Test
  void aNameIsAskedForAndShownAsText() throws Exception {
    Client ann = server.loggedIn("ann");
    HttpResponse<String> refused =
        ann.post("/passkeys/challenge", "name", " ", "current", PASSWORD);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("1 to 60 characters");
    String name = "<script>alert(1)</script>\u202e";
    JsonNode options =
        PasskeyServer.asked(ann.post("/passkeys/challenge", "name", name, "current", PASSWORD));
    add(ann, new SoftAuthenticator().made(server.making(options)));
    assertThat(server.passkeys.of("ann")).hasSize(1);
    assertThat(ann.get("/passkeys").body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert", "\u202e");
  }

  @Test
  void nobodyRemovesThePasskeyOfAnother() throws Exception {
    server.passkeyOf("ann");
    Client bob = server.loggedIn("bob");
    HttpResponse<String> refused =
        bob.post("/passkeys/remove", "passkey", mark(), "current", PASSWORD);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("no such passkey");
    assertThat(server.passkeys.of("ann")).hasSize(1);
    assertThat(bob.page("/passkeys").text()).doesNotContain("Blue key");
  }

  @Test
  void whoRemovesAPasskeyGoesOnAndOtherBrowsersOfTheAccountDoNot() throws Exception {
    SoftAuthenticator authenticator = server.passkeyOf("ann");
    Client here = server.stranger();
    Client there = server.stranger();
    logIn(here, authenticator.signed(server.login("ann", askedToLogIn(here)).counter(1)));
    logIn(there, authenticator.signed(server.login("ann", askedToLogIn(there)).counter(2)));
    Client byPassword = server.loggedIn("ann");
    Client bob = server.loggedIn("bob");
    assertThat(there.get("/").statusCode()).isEqualTo(200);
    assertThat(here.post("/passkeys/remove", "passkey", mark(), "current", PASSWORD).statusCode())
        .isEqualTo(303);
    assertThat(here.get("/").statusCode()).isEqualTo(200);
    assertThat(there.get("/").statusCode()).isEqualTo(401);
    assertThat(byPassword.get("/").statusCode()).isEqualTo(401);
    assertThat(bob.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void atAnAddressThePageSaysWhyNotAndWhereInstead() throws Exception {
    Client ann = loggedIn(server.byAddress(), "ann");
    assertThat(ann.page("/passkeys").text())
        .contains("Passkeys do not work at an IP address", server.origin());
    assertThat(ann.page("/passkeys").select("#passkey-add")).isEmpty();
    HttpResponse<String> refused =
        ann.post("/passkeys/challenge", "name", "More", "current", PASSWORD);
    assertThat(refused.statusCode()).isEqualTo(422);
    Client stranger = server.byAddress();
    assertThat(stranger.page("/login").text()).contains("do not work at an IP address");
    assertThat(stranger.page("/login").select("#passkey-login")).isEmpty();
    assertThat(stranger.send("/login/passkey/challenge", "", List.of()).statusCode())
        .isEqualTo(422);
    assertThat(server.stranger().page("/login").select("#passkey-login")).hasSize(1);
  }

  @Test
  void theTerminalTellsWhatChanged() throws Exception {
    List<String> told =
        told(
            PasskeyPage.class.getName(),
            () -> {
              server.passkeyOf("ann");
              Client ann = server.loggedIn("ann");
              askedToAdd(ann);
              add(ann, "no answer");
              ann.post("/passkeys/remove", "passkey", mark(), "current", PASSWORD);
            });
    assertThat(told)
        .containsExactly(
            "INFO ann added a passkey from 127.0.0.1",
            "WARNING a passkey of ann was refused, from 127.0.0.1",
            "INFO ann removed a passkey from 127.0.0.1");
  }
}
