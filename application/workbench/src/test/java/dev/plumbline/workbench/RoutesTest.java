package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each route has a case here; one without fails. */
class RoutesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DECIDE = "/p/tag/decide";
  private static final String ROW = "/p/tag/row?row=1-AuthMech%2FAuthMech-1";

  @TempDir static Path temporary;
  private static Workbench workbench;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    workbench = Copies.workbench(temporary);
    client = Client.of(workbench);
    // The list of products shows what was judged; reading a page of the product judges it.
    client.get("/p/tag");
  }

  @AfterAll
  static void stop() {
    workbench.close();
  }

  /** What is asked, and held, of a route. */
  @FunctionalInterface
  interface Case {
    void run() throws Exception;
  }

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new HashMap<>();
    cases.put(
        "GET /login", () -> assertThat(client.get("/login?token=x").statusCode()).isEqualTo(403));
    // AccountLoginTest holds what they do where there are accounts.
    cases.put(
        "POST /login",
        () ->
            assertThat(client.post("/login", "name", "ann", "password", "x").statusCode())
                .isEqualTo(404));
    cases.put(
        "POST /password",
        () -> assertThat(client.post("/password", "current", "x").statusCode()).isEqualTo(404));
    // PasskeyLoginTest and PasskeyPageTest hold what they do where there are accounts.
    for (String path :
        List.of(
            "/login/passkey/challenge",
            "/login/passkey",
            "/passkeys/challenge",
            "/passkeys",
            "/passkeys/remove")) {
      cases.put("POST " + path, () -> assertThat(client.post(path).statusCode()).isEqualTo(404));
    }
    cases.put(
        "GET /passkeys", () -> assertThat(client.get("/passkeys").statusCode()).isEqualTo(404));
    cases.put(
        "GET /assets/{file}",
        () -> {
          for (String file :
              List.of(
                  "htmx.min.js",
                  "workbench.js",
                  "evidence.js",
                  "passkeys.js",
                  "workbench.css",
                  "icon.svg")) {
            HttpResponse<String> answer = client.get("/assets/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(file)
                .endsWith("; charset=utf-8");
            assertThat(answer.body()).as(file).isNotBlank().doesNotContain("eval(location");
          }
          assertThat(client.get("/assets/other.js").statusCode()).isEqualTo(404);
        });
    cases.put("GET /", () -> page("/", "Example Tag"));
    cases.put("GET /me", () -> page("/me", "Your name"));
    cases.put(
        "POST /me",
        () -> {
          assertThat(client.post("/me", "name", "A. Assessor").statusCode()).isEqualTo(303);
          assertThat(client.post("/me", "name", " ").statusCode()).isEqualTo(422);
          page("/me", "A. Assessor");
        });
    cases.put(
        "POST /links", () -> assertThat(client.post("/links").body()).contains("/login?token="));
    cases.put(
        "POST /logout",
        () -> {
          Client other = Client.of(workbench);
          assertThat(other.post("/logout").statusCode()).isEqualTo(401);
          assertThat(client.get("/").statusCode()).isEqualTo(200);
        });
    cases.put("GET /p/{product}", () -> page("/p/tag", "What would settle most"));
    cases.put("GET /p/{product}/provision", () -> page("/p/tag/provision?id=5.1-5", "5.1-5"));
    cases.put("GET /p/{product}/explain", () -> page("/p/tag/explain?item=" + item(), "catalogue"));
    cases.put("GET /p/{product}/decide", RoutesTest::queue);
    cases.put("POST /p/{product}/decide", RoutesTest::decides);
    cases.put(
        "GET /p/{product}/row",
        () -> {
          page(ROW, "Declared");
          assertThat(client.get("/p/tag/row?row=1-AuthMech/none").statusCode()).isEqualTo(404);
        });
    cases.put("POST /p/{product}/row", RoutesTest::decidesARow);
    cases.put("POST /p/{product}/undo", RoutesTest::takesBack);
    cases.put("GET /p/{product}/confirm", () -> page("/p/tag/confirm", "Confirm searches"));
    cases.put("POST /p/{product}/confirm", RoutesTest::confirms);
    cases.put(
        "GET /api/openapi.json",
        () -> {
          JsonNode description = JSON.readTree(client.get("/api/openapi.json").body());
          assertThat(description.path("openapi").asString()).isEqualTo("3.1.0");
          assertThat(description.path("paths").path(DECIDE.replace("tag", "{product}")).size())
              .isEqualTo(2);
        });
    cases.putAll(new DeclarationCases(client, temporary.resolve("tag")).cases());
    cases.putAll(new EvidenceCases(client, temporary.resolve("tag")).cases());
    cases.putAll(new PhoneCases(client).cases());
    cases.putAll(new TeamRoutes(client).cases());
    cases.putAll(new InsightRoutes(client).cases());
    cases.putAll(new ResultCases(client).cases());
    cases.putAll(new ChangeCases(client).cases());
    cases.putAll(new ImportCases(client).cases());
    return cases;
  }

  @TestFactory
  List<DynamicTest> everyRouteDoesWhatItSays() {
    Map<String, Case> cases = cases();
    List<DynamicTest> tests = new ArrayList<>();
    workbench
        .routes()
        .forEach(
            route ->
                tests.add(
                    DynamicTest.dynamicTest(
                        route.name(),
                        () -> {
                          assertThat(cases).as("a case for the route").containsKey(route.name());
                          java.util.Objects.requireNonNull(cases.get(route.name())).run();
                        })));
    tests.add(DynamicTest.dynamicTest("a request for each", RoutesTest::nothingIsLeftOut));
    return tests;
  }

  /** A case that asks something else would leave its route out. */
  private static void nothingIsLeftOut() throws Exception {
    List<String> described =
        RouteCoverage.described(JSON.readTree(client.get("/api/openapi.json").body()));
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            workbench.routes().stream()
                .map(r -> r.name())
                .filter(n -> !n.equals("GET /api/openapi.json"))
                .toList());
    assertThat(RouteCoverage.missing(described, client.sent())).isEmpty();
  }

  @Test
  void noCaseStandsForARouteThatIsGone() {
    assertThat(workbench.routes().stream().map(r -> r.name()))
        .containsExactlyInAnyOrderElementsOf(cases().keySet());
  }

  /** A page for people, and the same for programs. */
  static void page(String path, String text) throws Exception {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(client.page(path).text()).contains(text);
    HttpResponse<String> json = client.get(path, "Accept", "application/json");
    assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    assertThat(JSON.readTree(json.body()).isObject()).isTrue();
    assertThat(client.get(path.replace("tag", "other") + "&item=1").statusCode())
        .as("a product that is not there")
        .isIn(200, 404);
  }

  private static String item() throws Exception {
    Document page = client.page(DECIDE);
    return Client.encoded(page.select("#card").attr("aria-label").replaceFirst("Item ", ""));
  }

  private static void queue() throws Exception {
    page(DECIDE, "Your decision");
    Document page = client.page(DECIDE);
    int all = page.select("#queue a").size();
    assertThat(all).isGreaterThan(10);
    String unit = page.select("#card .id").eachText().getFirst();
    assertThat(client.page(DECIDE + "?q=" + Client.encoded(unit)).select("#queue a").size())
        .isBetween(1, all - 1);
    assertThat(client.page(DECIDE + "?unit=9.9").select("#queue a")).isEmpty();
    assertThat(client.page(DECIDE + "?unit=9.9").text()).contains("Nothing is left here");
    assertThat(client.page(DECIDE + "?show=all").select("#queue a").size()).isGreaterThan(all);
    assertThat(client.get(DECIDE + "?item=5.1-1-1a%40nothing").statusCode()).isEqualTo(404);
    assertThat(client.get(DECIDE + "?item=%3Cscript%3E").statusCode()).isEqualTo(404);
  }

  private static List<String> journal() throws IOException {
    Path file = temporary.resolve("tag/record/decisions.jsonl");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static HttpResponse<String> decide(Document page, String verdict, String reason)
      throws Exception {
    Element form = page.selectFirst("#decision");
    return client.post(
        java.util.Objects.requireNonNull(form).attr("action"),
        "seen",
        form.select("[name=seen]").attr("value"),
        "verdict",
        verdict,
        "reason",
        reason,
        "by",
        "A. Assessor");
  }

  private static void decides() throws Exception {
    int before = journal().size();
    Document page = client.page(DECIDE);
    String item = page.select("#card").attr("aria-label").replaceFirst("Item ", "");
    for (List<String> wrong : List.of(List.of("PASS", " "), List.of("", "x"), List.of("OK", "x"))) {
      assertThat(decide(page, wrong.get(0), wrong.get(1)).statusCode()).isEqualTo(422);
    }
    assertThat(journal()).hasSize(before);
    HttpResponse<String> done = decide(page, "FAIL", "The reset key stays in memory.");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(journal()).hasSize(before + 1).last().asString().contains("The reset key stays");
    String next = done.headers().firstValue("Location").orElse("");
    assertThat(client.page(next).select("#card").attr("aria-label"))
        .startsWith("Item ")
        .isNotEqualTo("Item " + item);
    assertThat(client.page(next).text()).contains("Saved: " + item);
    HttpResponse<String> again = decide(page, "PASS", "I looked and it is fine.");
    assertThat(again.statusCode()).as("an older state").isEqualTo(409);
    assertThat(again.body()).contains("The reset key stays in memory.", "I looked and it is fine.");
    assertThat(journal()).hasSize(before + 1);
  }

  /** Two items get a verdict with its own reason; one without a reason stops both. */
  private static void decidesARow() throws Exception {
    int before = journal().size();
    Document page = client.page(ROW);
    assertThat(sendRow(page, "").statusCode()).isEqualTo(422);
    assertThat(sendRow(page, "").body()).contains("Reason 1", "has a verdict and no reason");
    assertThat(journal()).hasSize(before);
    HttpResponse<String> done = sendRow(page, "Reason 2");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(journal()).hasSize(before + 2).last().asString().contains("Reason 2");
    HttpResponse<String> again = sendRow(page, "Reason 3");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Reason 3", "This item has changed since");
    assertThat(journal()).hasSize(before + 2);
  }

  private static HttpResponse<String> sendRow(Document page, String second) throws Exception {
    List<String> ids = page.select("input[name=item]").eachAttr("value");
    List<String> seen = page.select("input[name=seen]").eachAttr("value");
    List<String> fields = new ArrayList<>(List.of("by", "A. Assessor"));
    for (int i = 0; i < ids.size(); i++) {
      fields.addAll(List.of("item", ids.get(i), "seen", seen.get(i)));
      fields.addAll(List.of("verdict", i < 2 ? "FAIL" : ""));
      fields.addAll(List.of("reason", i == 0 ? "Reason 1" : i == 1 ? second : ""));
    }
    return client.post(ROW, fields.toArray(String[]::new));
  }

  private static void takesBack() throws Exception {
    Document page = client.page(DECIDE);
    String item = page.select("#card").attr("aria-label").replaceFirst("Item ", "");
    decide(page, "NOT_APPLICABLE", "There is no such part.");
    assertThat(client.post("/p/tag/undo", "item", "5.1-1-1a@other").statusCode()).isEqualTo(409);
    assertThat(client.post("/p/tag/undo", "item", item).statusCode()).isEqualTo(303);
    String path = DECIDE + "?show=all&item=" + Client.encoded(item);
    assertThat(client.page(path).select("#card .chip").text()).contains("open");
    assertThat(client.page(path).text()).contains("Taken back by A. Assessor.");
    assertThat(client.post("/p/tag/undo", "item", item).statusCode()).isEqualTo(409);
  }

  private static void confirms() throws Exception {
    int before = journal().size();
    Document page = client.page("/p/tag/confirm");
    List<String> ticks = page.select("input[name=item]").eachAttr("value");
    assertThat(ticks).isNotEmpty();
    Callable<HttpResponse<String>> confirm =
        () ->
            client.post(
                "/p/tag/confirm",
                "item",
                ticks.getFirst(),
                "reason",
                "The places looked at are all that the product has.",
                "by",
                "A. Assessor");
    assertThat(client.post("/p/tag/confirm", "reason", "x", "by", "A").statusCode()).isEqualTo(422);
    HttpResponse<String> done = confirm.call();
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(journal()).hasSize(before + 1);
    assertThat(confirm.call().statusCode()).as("what has changed since").isEqualTo(409);
    assertThat(journal()).hasSize(before + 1);
  }
}
