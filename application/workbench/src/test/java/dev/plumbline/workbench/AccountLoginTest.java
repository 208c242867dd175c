package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.workbench.page.AccountLogin;
import dev.plumbline.workbench.tls.SelfMadeCertificate;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbench on the network: TLS, accounts, and who is kept out. */
class AccountLoginTest {
  private static final String PASSWORD = "three grey herons wade";
  private static final Duration LOCKED = Duration.ofMinutes(16);

  @TempDir static Path temporary;
  private static final MovedClock CLOCK = new MovedClock(Instant.EPOCH);
  private static Accounts accounts = Accounts.beside(Path.of("none"));
  private static ServerCertificate certificate;
  private static Workbench workbench;

  @BeforeAll
  static void start() throws IOException {
    CLOCK.move(Duration.between(Instant.EPOCH, Clock.systemUTC().instant()));
    accounts = Accounts.beside(temporary.resolve("keys"));
    accounts.add("ann", "Ann Assessor", PASSWORD);
    accounts.add("bob", "Bob Reviewer", "four red foxes listen");
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    certificate = SelfMadeCertificate.of(accounts.folder(), loopback, CLOCK.instant());
    workbench =
        Workbench.start(
            List.of(Copies.of("sensor-tag", temporary.resolve("tag"))),
            new Access.Network(loopback, 0, certificate, accounts),
            ResultIndex.inMemory(),
            CLOCK);
  }

  @AfterAll
  static void stop() {
    workbench.close();
  }

  /** What an earlier test locked is open again. */
  @BeforeEach
  void later() {
    CLOCK.move(LOCKED);
  }

  private static Client stranger() throws GeneralSecurityException, IOException {
    return Client.to(
        workbench.address().toString().replaceFirst("/login.*", ""),
        HttpClient.newBuilder().sslContext(Tls.trusting(certificate)));
  }

  private static HttpResponse<String> login(Client client, String name, String password)
      throws IOException, InterruptedException {
    return client.send("/login", "", List.of(), "name", name, "password", password);
  }

  private static Client loggedIn(String name, String password) throws Exception {
    Client client = stranger();
    HttpResponse<String> answer = login(client, name, password);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return client;
  }

  @Test
  void aPersonLogsInAndTheCookieStaysInTlsAndInTheBrowser() throws Exception {
    Client client = stranger();
    HttpResponse<String> answer = login(client, "ann", PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .matches("__Host-plumbline-\\d+=[A-Za-z0-9_-]{43};.*")
        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Domain");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(client.page("/me").text()).contains("Ann Assessor", "ann");
    assertThat(client.get("/p/tag").statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsNotLoggedInSeesTheFormAndNothingElse() throws Exception {
    Client client = stranger();
    HttpResponse<String> page = client.get("/p/tag", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location")).contains("/login");
    assertThat(page.body()).isEmpty();
    assertThat(client.get("/p/tag").statusCode()).isEqualTo(401);
    assertThat(client.get("/login?token=x").statusCode()).as("a link opens nothing").isEqualTo(200);
    assertThat(client.get("/").statusCode()).isEqualTo(401);
    assertThat(loggedIn("ann", PASSWORD).post("/links").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherHostOrOriginIsRefusedBeforeThePasswordIsRead() throws Exception {
    Client client = stranger();
    for (String origin : List.of("https://evil.example", "null", "http://" + client.host())) {
      assertThat(
              client
                  .send(
                      "/login", "", List.of("Origin", origin), "name", "ann", "password", PASSWORD)
                  .statusCode())
          .as(origin)
          .isEqualTo(403);
    }
    assertThat(Tls.raw(Tls.trusting(certificate), workbench.address(), "evil.example"))
        .startsWith("HTTP/1.1 421");
    assertThat(Tls.raw(Tls.trusting(certificate), workbench.address(), client.host()))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void aSessionThatWasBroughtAlongEndsWithTheLogin() throws Exception {
    CookieManager cookies = new CookieManager();
    Client client =
        Client.to(
            workbench.address().toString().replaceFirst("/login.*", ""),
            HttpClient.newBuilder().sslContext(Tls.trusting(certificate)),
            cookies);
    login(client, "ann", PASSWORD);
    String first = cookies.getCookieStore().getCookies().getFirst().toString();
    login(client, "ann", PASSWORD);
    assertThat(cookies.getCookieStore().getCookies().getFirst().toString()).isNotEqualTo(first);
    assertThat(stranger().get("/", "Cookie", first).statusCode()).isEqualTo(401);
    assertThat(client.get("/").statusCode()).isEqualTo(200);
    assertThat(client.post("/logout").statusCode()).isEqualTo(401);
    assertThat(client.get("/").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionThatNobodyUsesIsOverAfterHalfAnHour() throws Exception {
    Client client = loggedIn("ann", PASSWORD);
    CLOCK.move(Duration.ofMinutes(29));
    assertThat(client.get("/").statusCode()).isEqualTo(200);
    CLOCK.move(Duration.ofMinutes(29));
    assertThat(client.get("/").statusCode()).as("it was used in between").isEqualTo(200);
    CLOCK.move(Duration.ofMinutes(31));
    assertThat(client.get("/").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionIsOverAfterTwelveHoursHoweverMuchItIsUsed() throws Exception {
    Client client = loggedIn("ann", PASSWORD);
    for (int i = 0; i < 24; i++) {
      CLOCK.move(Duration.ofMinutes(29));
      assertThat(client.get("/me").statusCode()).isEqualTo(200);
    }
    CLOCK.move(Duration.ofMinutes(25));
    assertThat(client.get("/me").statusCode()).isEqualTo(401);
  }

  @Test
  void whoRunsTheServerReadsWhoLoggedInAndWhoTriedButNoPassword() throws Exception {
    List<String> told =
        TerminalLines.told(
            AccountLogin.class.getName(),
            () -> {
              login(stranger(), "eve", "a wrong password");
              login(stranger(), "eve\nINFO ann logged in", "x");
              login(stranger(), PASSWORD, "");
              loggedIn("ann", PASSWORD);
            });
    assertThat(told)
        .containsExactly(
            "WARNING wrong login as eve from 127.0.0.1",
            "WARNING wrong login as a name that no account can have from 127.0.0.1",
            "WARNING wrong login as a name that no account can have from 127.0.0.1",
            "INFO ann logged in from 127.0.0.1");
  }

  @Test
  void ofTwoHundredWrongLoginsFewAreLookedAt() throws Exception {
    Client client = stranger();
    int looked = 0;
    for (int i = 0; i < 200; i++) {
      int status =
          client
              .send(
                  "/login",
                  "",
                  List.of("X-Forwarded-For", "192.0.2." + i, "Forwarded", "for=192.0.2." + i),
                  "name",
                  "user" + i % 20,
                  "password",
                  "wrong password " + i)
              .statusCode();
      assertThat(status).isIn(401, 429);
      looked += status == 401 ? 1 : 0;
    }
    assertThat(looked).as("of one source").isEqualTo(20);
    assertThat(login(client, "ann", PASSWORD).statusCode()).as("the right one").isEqualTo(429);
    CLOCK.move(LOCKED);
    assertThat(login(client, "ann", PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void anAccountIsGuessedAtFiveTimesFromOnePlaceAndOthersStillComeIn() throws Exception {
    Client client = stranger();
    Set<String> answers = new HashSet<>();
    for (String name : List.of("ann", "nobody")) {
      for (int i = 0; i < 5; i++) {
        HttpResponse<String> wrong = login(client, name, "wrong password " + i);
        assertThat(wrong.statusCode()).isEqualTo(401);
        answers.add(wrong.body().replace(name, ""));
      }
      assertThat(login(client, name, PASSWORD).statusCode()).isEqualTo(429);
    }
    assertThat(answers).as("a name that nobody has is not told").hasSize(1);
    assertThat(login(client, "bob", "four red foxes listen").statusCode()).isEqualTo(303);
  }

  @Test
  void aFormThatIsTooLargeIsNotRead() throws Exception {
    assertThat(login(stranger(), "ann", "x".repeat(10_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void aDecisionCarriesThePersonAndTheKeyOfTheAccount() throws Exception {
    Client ann = loggedIn("ann", PASSWORD);
    assertThat(decide(ann, "Bob Reviewer").statusCode()).as("in another name").isEqualTo(403);
    Path journal = temporary.resolve("tag/record/decisions.jsonl");
    assertThat(journal).doesNotExist();
    HttpResponse<String> stored = decide(ann, "Ann Assessor");
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(303);
    String pem = Files.readString(accounts.folder().resolve("ann.pub"));
    String key = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    assertThat(Files.readString(journal)).contains("\"Ann Assessor\"", key);
  }

  private static HttpResponse<String> decide(Client client, String by) throws Exception {
    Element form = Objects.requireNonNull(client.page("/p/tag/decide").selectFirst("#decision"));
    return client.post(
        form.attr("action"),
        "seen",
        form.select("[name=seen]").attr("value"),
        "verdict",
        "FAIL",
        "reason",
        "Seen on the device.",
        "by",
        by);
  }

  @Test
  void anotherPasswordEndsAllOtherSessions() throws Exception {
    accounts.add("eve", "Eve Engineer", PASSWORD);
    Client here = loggedIn("eve", PASSWORD);
    Client there = loggedIn("eve", PASSWORD);
    assertThat(here.post("/password", "current", "wrong", "password", "x").statusCode())
        .isEqualTo(403);
    assertThat(here.post("/password", "current", PASSWORD, "password", "short").statusCode())
        .isEqualTo(422);
    String other = "seven slow barges turn";
    assertThat(here.post("/password", "current", PASSWORD, "password", other).statusCode())
        .isEqualTo(303);
    assertThat(here.get("/").statusCode()).isEqualTo(200);
    assertThat(there.get("/").statusCode()).isEqualTo(401);
    accounts.remove("eve");
    assertThat(here.get("/").statusCode()).as("nobody any more").isEqualTo(401);
  }
}
