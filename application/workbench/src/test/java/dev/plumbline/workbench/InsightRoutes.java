package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workbench.RoutesTest.Case;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of the routes of runs, attacks and many products. */
record InsightRoutes(Client client) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Map<String, Case> cases() {
    Map<String, Case> cases = new HashMap<>();
    cases.put(
        "GET /portfolio",
        () -> {
          RoutesTest.page("/portfolio", "Ready for labels and laws");
          JsonNode json =
              JSON.readTree(client.get("/portfolio", "Accept", "application/json").body());
          assertThat(json.path("products").size()).as("as the command").isEqualTo(1);
        });
    cases.put(
        "GET /statistics",
        () -> {
          RoutesTest.page("/statistics", "Fewer than 5 makers");
          assertThat(client.get("/statistics?k=4").statusCode()).isEqualTo(422);
          assertThat(client.get("/statistics?k=x").statusCode()).isEqualTo(422);
          assertThat(client.page("/statistics?k=9").text()).contains("Fewer than 9 makers");
        });
    cases.put("GET /p/{product}/attacks", () -> RoutesTest.page("/p/tag/attacks", "Mirai"));
    cases.put(
        "GET /p/{product}/test",
        () -> {
          RoutesTest.page("/p/tag/test", "What this run would do");
          assertThat(client.get("/p/tag/test?level=much").statusCode()).isEqualTo(422);
          assertThat(client.get("/p/tag/test?only=nothing").statusCode()).isEqualTo(422);
        });
    cases.put(
        "POST /p/{product}/test/start",
        () ->
            assertThat(client.post("/p/tag/test/start", "what", "all", "agree", "0").statusCode())
                .as("nobody agreed")
                .isIn(403, 409));
    cases.put(
        "POST /p/{product}/test/stop",
        () -> assertThat(client.post("/p/tag/test/stop").statusCode()).isEqualTo(409));
    cases.put(
        "GET /p/{product}/test/events",
        () -> assertThat(client.get("/p/tag/test/events").statusCode()).isEqualTo(404));
    return cases;
  }
}
