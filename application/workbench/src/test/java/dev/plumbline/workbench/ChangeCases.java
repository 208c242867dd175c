package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workbench.RoutesTest.Case;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The cases of the routes that show what changed. */
record ChangeCases(Client client) {
  private static final String DIFFERENCES = "/p/tag/differences";
  private static final String IMPACT = "/p/tag/impact";

  Map<String, Case> cases() {
    Map<String, Case> cases = new HashMap<>();
    cases.put("GET /p/{product}/differences", this::differences);
    cases.put("POST /p/{product}/differences", this::baseline);
    cases.put("GET /p/{product}/impact", this::impact);
    cases.put("POST /p/{product}/impact", this::renewsNothing);
    return cases;
  }

  private void differences() throws Exception {
    RoutesTest.page(DIFFERENCES + "?x=1", "A revision of git");
    RoutesTest.page(DIFFERENCES + "?edition=2.1.1", "This declaration in edition 2.1.1");
    assertThat(client.get(DIFFERENCES + "?edition=9").statusCode()).isEqualTo(422);
    assertThat(client.get(DIFFERENCES + "?with=..%2Fother").statusCode()).isEqualTo(404);
    for (String revision : new String[] {"HEAD", "--help", "x".repeat(300), "%00"}) {
      HttpResponse<String> answer = client.get(DIFFERENCES + "?revision=" + revision);
      assertThat(answer.statusCode()).as(revision).isEqualTo(422);
    }
  }

  private void baseline() throws Exception {
    byte[] result = client.get("/p/tag/reports/json").body().getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> same = client.upload(DIFFERENCES, "result", "result.json", result);
    assertThat(same.statusCode()).as(same.body()).isEqualTo(200);
    assertThat(same.body()).contains("Worse: 0", "Better: 0");
    for (String wrong : new String[] {"{", "[]", "<html>"}) {
      assertThat(
              client
                  .upload(DIFFERENCES, "result", "x", wrong.getBytes(StandardCharsets.UTF_8))
                  .statusCode())
          .as(wrong)
          .isEqualTo(422);
    }
    String other = new String(result, StandardCharsets.UTF_8).replace("ET-5", "ET-6");
    HttpResponse<String> foreign =
        client.upload(DIFFERENCES, "result", "x", other.getBytes(StandardCharsets.UTF_8));
    assertThat(foreign.statusCode()).as("of another product").isEqualTo(422);
    assertThat(foreign.body()).contains("ET-6");
    assertThat(client.post(DIFFERENCES).statusCode()).as("no file").isEqualTo(422);
  }

  private void impact() throws Exception {
    RoutesTest.page(IMPACT + "?x=1", "To test again");
    assertThat(client.get(IMPACT + "?since=HEAD").statusCode())
        .as("a dossier in no repository")
        .isEqualTo(422);
  }

  private void renewsNothing() throws Exception {
    assertThat(client.post(IMPACT, "because", "x", "by", "B").statusCode()).isEqualTo(422);
    assertThat(client.post(IMPACT, "item", "a b", "because", " ", "by", "B").statusCode())
        .isEqualTo(422);
    assertThat(client.post(IMPACT, "item", "a 5.1-5@DUT", "because", "x", "by", "B").statusCode())
        .as("a decision that is not stale")
        .isEqualTo(409);
  }
}
