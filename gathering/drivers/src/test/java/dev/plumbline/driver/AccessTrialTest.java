package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.AccessPlace;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Visit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTrialTest {
  private static final String DRIVER =
      """
      http: {endpoint: "DEVICE"}
      access:
        safe:
          for: [owner]
          try: {http: GET /safe, headers: {X-Csrf: "${csrf}"}}
      actions:
        login:
          - http: POST /login
            form: {u: "${user}", p: "${password}"}
            expect: 200
            take: {csrf: {json: /csrf}}
        logout: {http: POST /logout, headers: {X-Csrf: "${csrf}"}, expect: 204}
      """;

  private static final Credential OWNER = new Credential("owner", "admin", "Kx7-pQ92mmZ");

  @TempDir private Path folder;

  private boolean loggedOut;
  private boolean keepsSessions;

  private String answer(String path, String body, HttpExchange exchange) {
    boolean session =
        "sid=a1b2c3".equals(exchange.getRequestHeaders().getFirst("Cookie"))
            && "tK9-aa71zzQ".equals(exchange.getRequestHeaders().getFirst("X-Csrf"));
    return switch (path) {
      case "/login" -> login(body, exchange);
      case "/logout" -> logout(session, exchange);
      default -> session && (keepsSessions || !loggedOut) ? "200 gold" : "403 ";
    };
  }

  private static String login(String body, HttpExchange exchange) {
    boolean right = body.equals("u=admin&p=Kx7-pQ92mmZ");
    exchange.getResponseHeaders().add("Set-Cookie", right ? "sid=a1b2c3" : "sid=none");
    return right ? "200 {\"csrf\":\"tK9-aa71zzQ\"}" : "401 ";
  }

  private String logout(boolean session, HttpExchange exchange) {
    loggedOut = session;
    exchange.getResponseHeaders().add("Set-Cookie", "sid=gone");
    return "204 ";
  }

  private List<DriverResult> visit(Stage stage, Optional<Credential> as) {
    List<DriverResult> results = new ArrayList<>();
    stage.run(
        driver -> {
          assertThat(driver.places())
              .containsExactly(
                  new AccessPlace(
                      "safe",
                      Endpoint.tcp(Stage.ADDRESS, stage.port()),
                      List.of("/safe"),
                      Set.of("owner"),
                      true));
          Visit visit = driver.visit(as);
          if (as.isPresent()) {
            results.add(visit.login());
          }
          results.add(visit.reach("safe"));
          results.add(visit.logout());
          results.add(visit.reach("safe"));
          results.add(visit.reach("cellar"));
        },
        Intrusiveness.OBSERVE);
    return results;
  }

  @Test
  void aSessionReachesItsPlaceUntilItsEnd() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, ex) -> answer(path, body, ex))) {
      stage.driver(DRIVER);
      List<DriverResult> results = visit(stage, Optional.of(OWNER));
      assertThat(results.get(0).done()).isTrue();
      assertThat(results.get(1).done()).isTrue();
      assertThat(results.get(2).done()).isTrue();
      assertThat(results.get(3).refused()).isTrue();
      assertThat(results.get(4)).isInstanceOf(DriverResult.Missing.class);
      assertThat(stage.records().getLast())
          .contains(
              "login: done as admin",
              "reach safe: done as admin",
              "logout: done as admin",
              "reach safe: refused")
          .doesNotContain("Kx7-pQ92mmZ", "tK9-aa71zzQ");
    }
  }

  /** What the device sends with the logout, such as an empty cookie, does not end the trial. */
  @Test
  void theEndedSessionIsTriedWithWhatItHad() throws Exception {
    keepsSessions = true;
    try (Stage stage = Stage.at(folder, (method, path, body, ex) -> answer(path, body, ex))) {
      stage.driver(DRIVER);
      assertThat(visit(stage, Optional.of(OWNER)).get(3).done()).isTrue();
    }
  }

  @Test
  void aStrangerAsksWithoutWhatALoginGives() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, ex) -> answer(path, body, ex))) {
      stage.driver(DRIVER);
      assertThat(visit(stage, Optional.empty()).getFirst().refused()).isTrue();
      List<DriverResult> wrong =
          visit(stage, Optional.of(new Credential("", "admin", "wrong-one-9")));
      assertThat(wrong.get(0).refused()).isTrue();
      assertThat(wrong.get(1).refused()).isTrue();
      assertThat(stage.records().getLast()).doesNotContain("wrong-one-9");
    }
  }

  @Test
  void aPlaceIsTriedByRequestsWithoutALoginOfTheirOwn() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, ex) -> "200 ok")) {
      stage.driver(
          """
          http: {endpoint: "DEVICE"}
          access:
            a: {for: [owner], try: {http: GET /, as: owner}}
            b: {for: [guest], try: {http: GET /}}
            c: {try: {http: GET /}}
            d: {for: [owner], try: {wait: 1}}
            e: {for: [owner]}
            f: {for: [owner], try: {http: "GET /${colour}"}}
            g: {for: [owner], try: {http: GET /, basic: owner}}
            h: {for: [owner], try: [{http: GET /}, {http: GET /, basic: visitor}]}
            i: {for: [owner], try: {ssh: ls, at: "DEVICE", as: owner}}
            j: {for: [owner], try: {http: GET /, at: "DEVICE", basic: visitor}}
          actions: {login: {http: POST /login}}
          """);
      assertThat(stage.problems())
          .containsExactly(
              "PLB-2512:3",
              "PLB-2505:4",
              "PLB-2512:5",
              "PLB-2512:6",
              "PLB-2512:7",
              "PLB-2511:8",
              "PLB-2512:9",
              "PLB-2512:10",
              "PLB-2512:11");
    }
  }

  @Test
  void accessAndLogoutNeedTheActionLogin() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, ex) -> "200 ok")) {
      stage.driver(
          """
          http: {endpoint: "DEVICE"}
          access: {a: {for: [owner], try: {http: GET /}}}
          actions: {logout: {http: POST /logout}}
          """);
      assertThat(stage.problems()).containsExactly("PLB-2505:2", "PLB-2505:3");
    }
  }
}
