package dev.plumbline.probes.inputvalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.observation.http.InputValidation.Finding;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.probes.kit.WebDevice.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Odd user names, and the forms that stand beside one for signing in. */
class InputOfLoginFormsTest {
  private static final String ADDRESS = "127.77.44.1";
  private static final String FORM =
      "<form method=post action=/login><input name=user><input type=password name=pass></form>";

  private static InputValidation tried(int budget, Function<Request, String> answers) {
    return run(budget, new WebDevice(answers)).fact(InputValidation.class);
  }

  private static ProbeTrial.Result run(int budget, Peer.Behaviour device) {
    try (Peer peer = Peer.at(ADDRESS, device)) {
      String at = peer.endpoint().toString();
      return ProbeTrial.against(peer.endpoint())
          .budget(budget, 0)
          .given("service.identified", at, Map.of("protocol", "http", "tls", false))
          .given(
              "http.surface",
              at,
              Map.of(
                  "open",
                  List.of(
                      Map.of("path", "/", "kind", "page"),
                      Map.of("path", "/login", "kind", "login")),
                  "guarded",
                  List.of()))
          .run(new InputValidationProbe());
    }
  }

  private static String user(Request request) {
    String user = ("&" + request.body()).replaceFirst("(?s).*&user=([^&]*).*", "$1");
    return URLDecoder.decode(user, StandardCharsets.ISO_8859_1);
  }

  private static String page(Request request, Function<String, String> refusal) {
    return switch (request.path()) {
      case "/" -> WebDevice.html("hello");
      case "/login" ->
          request.method().equals("POST") && request.body().contains("user=")
              ? refusal.apply(user(request))
              : WebDevice.html(FORM);
      default -> WebDevice.notFound();
    };
  }

  private static String refused(String words) {
    return WebDevice.answer("401 No", "Content-Type: text/html\r\n", words);
  }

  @Test
  void aRefusalThatShowsTheUserNameAsMarkupIsTold() {
    InputValidation seen = tried(60, r -> page(r, user -> refused("Unknown user " + user)));
    assertThat(seen.findings())
        .extracting(Finding::kind, Finding::inputClass, Finding::place)
        .contains(tuple("evaluated", "name-markup", "/login"));
  }

  @Test
  void aUserNameThatReachesTheDatabaseIsTold() {
    InputValidation seen =
        tried(
            60,
            r ->
                page(
                    r,
                    user ->
                        user.contains("'")
                            ? WebDevice.answer("500 Error", "", "sqlite3.OperationalError: near")
                            : refused("No.")));
    assertThat(seen.findings()).extracting(Finding::inputClass).contains("name-quotes");
  }

  @Test
  void aLoginThatRefusesAllAlikeIsNotBlamedAndNotWhole() {
    InputValidation seen = tried(60, r -> page(r, user -> refused("No.")));
    assertThat(seen.findings()).isEmpty();
    assertThat(seen.places()).contains("/login");
    assertThat(seen.complete()).isFalse();
    assertThat(seen.skipped().get("/login")).contains("only the user name");
  }

  @Test
  void aServerThatAnswersEachWrongLoginWithAnErrorIsNotBlamedForOddNames() {
    InputValidation seen =
        tried(60, r -> page(r, user -> WebDevice.answer("500 Error", "", "wrong")));
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void noMoreLoginsAreSentThanTheBudgetAllows() {
    AtomicInteger logins = new AtomicInteger();
    tried(
        3,
        r ->
            page(
                r,
                user -> {
                  logins.incrementAndGet();
                  return refused("No.");
                }));
    assertThat(logins).hasValue(3);
  }

  /** A lock-out may close the port to whoever guesses; no user name is to blame for that. */
  @Test
  void aLockThatClosesThePortIsNotAFall() {
    AtomicInteger wrong = new AtomicInteger();
    AtomicInteger shut = new AtomicInteger();
    WebDevice device =
        new WebDevice(
            r ->
                page(
                    r,
                    user -> {
                      if (wrong.incrementAndGet() > 3) {
                        shut.set(2);
                      }
                      return refused("No.");
                    }));
    Peer.Behaviour locking =
        (client, number) -> {
          if (shut.getAndDecrement() > 0) {
            client.close();
          } else {
            shut.set(Math.max(0, shut.get()));
            device.serve(client, number);
          }
        };
    assertThat(run(60, locking).one("input.validation").value().toString()).doesNotContain("name-");
  }

  @Test
  void aFormBesideTheOneForSigningInIsTriedWhereItIsSentTo() {
    InputValidation seen =
        tried(
            60,
            r -> {
              String path = r.path().split("\\?", 2)[0];
              if (path.equals("/reach")) {
                String host = r.path();
                boolean sum = host.contains("?host=%24%28%28");
                return WebDevice.html(sum ? "reaching " + product(host) : "reaching");
              }
              return path.equals("/login") && r.method().equals("GET")
                  ? WebDevice.html(FORM + "<form action=/reach><input name=host></form>")
                  : page(r, user -> refused("No."));
            });
    assertThat(seen.findings())
        .extracting(Finding::kind, Finding::place)
        .contains(tuple("evaluated", "/reach?host"));
  }

  private static long product(String text) {
    String[] factors = text.replaceFirst("[^(]*?%28%28(\\d+%2A\\d+).*", "$1").split("%2A", 2);
    return Long.parseLong(factors[0]) * Long.parseLong(factors[1]);
  }
}
