package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workbench.RoutesTest.Case;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;

/** The cases of the routes on which people answer each other. */
record TeamRoutes(Client client) {
  private static final String ITEM = "5.1-2A-1a@DUT";

  Map<String, Case> cases() {
    Map<String, Case> cases = new HashMap<>();
    cases.put("GET /p/{product}/review", () -> RoutesTest.page("/p/tag/review", "Disagreements"));
    cases.put(
        "POST /p/{product}/review",
        () -> {
          String path = "/p/tag/review?item=" + Client.encoded(ITEM);
          String digest = "0".repeat(64);
          assertThat(
                  client
                      .post(path, "decision", "x", "answer", "accept", "because", "y", "by", "B")
                      .statusCode())
              .isEqualTo(422);
          assertThat(
                  client
                      .post(path, "decision", digest, "answer", "accept", "because", "y", "by", "B")
                      .statusCode())
              .as("a decision that is not there")
              .isEqualTo(409);
        });
    cases.put("GET /p/{product}/signoff", () -> RoutesTest.page("/p/tag/signoff", "Still open"));
    cases.put(
        "POST /p/{product}/signoff",
        () -> {
          assertThat(client.post("/p/tag/signoff", "state", "x", "because", "y").statusCode())
              .isEqualTo(422);
          assertThat(
                  client
                      .post("/p/tag/signoff", "state", "0".repeat(64), "because", "y", "by", "B")
                      .statusCode())
              .isEqualTo(409);
        });
    cases.put("POST /p/{product}/comment", this::comments);
    cases.put("POST /p/{product}/assign", this::assigns);
    return cases;
  }

  private void comments() throws Exception {
    String text = "Does the second batch say <b>so</b>, too?";
    assertThat(client.post("/p/tag/comment", "item", ITEM, "text", " ", "by", "Bob").statusCode())
        .isEqualTo(422);
    assertThat(
            client.post("/p/tag/comment", "item", "9.9-9@x", "text", "y", "by", "B").statusCode())
        .isEqualTo(404);
    assertThat(client.post("/p/tag/comment", "item", ITEM, "text", text, "by", "Bob").statusCode())
        .isEqualTo(303);
    Document page = client.page("/p/tag/decide?show=all&item=" + Client.encoded(ITEM));
    assertThat(page.select("#comments").text()).contains("Comments: 1", text, "Bob");
  }

  private void assigns() throws Exception {
    assertThat(client.post("/p/tag/assign", "item", ITEM, "to", "Ann", "by", "B").statusCode())
        .as("without a reason")
        .isEqualTo(422);
    assertThat(
            client
                .post(
                    "/p/tag/assign",
                    "item",
                    ITEM,
                    "to",
                    "Ann",
                    "because",
                    "You have the device.",
                    "by",
                    "Bob")
                .statusCode())
        .isEqualTo(303);
    Document queue = client.page("/p/tag/decide?show=all&person=ann");
    assertThat(queue.select("#queue a")).hasSize(1);
    assertThat(queue.select("#assignment").text())
        .contains("Assigned to: Ann", "You have the device.");
  }
}
