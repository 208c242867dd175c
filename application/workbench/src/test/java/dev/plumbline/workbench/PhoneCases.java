package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workbench.RoutesTest.Case;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;

/** The cases of the routes of evidence by phone; PhoneTest holds what the phone does. */
record PhoneCases(Client client) {
  private static final String DECIDE = "/p/tag/decide";

  Map<String, Case> cases() {
    Map<String, Case> cases = new HashMap<>();
    cases.put("GET /p/{product}/phone", this::shows);
    cases.put("POST /p/{product}/phone", this::opens);
    cases.put("POST /p/{product}/phone/close", this::closes);
    cases.put("POST /p/{product}/phone/discard", this::discards);
    cases.put("GET /p/{product}/phone/{file}", this::showsNoFileThatIsNotThere);
    return cases;
  }

  private String query() throws Exception {
    return client.page(DECIDE).select("#phone form").attr("action").replaceFirst("^[^?]*", "");
  }

  private void shows() throws Exception {
    String query = query();
    RoutesTest.page("/p/tag/phone" + query, "Use a phone");
    assertThat(client.get("/p/tag/phone" + query + "&shown=closed").statusCode()).isEqualTo(204);
    assertThat(client.get("/p/tag/phone?item=5.1-1-1a%40no").statusCode()).isEqualTo(404);
  }

  private void opens() throws Exception {
    String query = query();
    assertThat(client.post("/p/tag/phone" + query, "address", "192.0.2.9").statusCode())
        .as("an address of another machine")
        .isEqualTo(422);
    assertThat(client.post("/p/tag/phone" + query, "address", "0.0.0.0").statusCode())
        .isEqualTo(422);
    assertThat(client.post("/p/tag/phone" + query, "address", "127.0.0.1").statusCode())
        .isEqualTo(303);
    assertThat(client.page("/p/tag/phone" + query).select("svg.qr")).hasSize(1);
    client.post("/p/tag/phone/close" + query);
  }

  private void closes() throws Exception {
    String query = query();
    client.post("/p/tag/phone" + query, "address", "127.0.0.1");
    assertThat(client.post("/p/tag/phone/close" + query).statusCode()).isEqualTo(303);
    Document page = client.page("/p/tag/phone" + query);
    assertThat(page.select("svg.qr")).isEmpty();
    assertThat(page.text()).contains("Use a phone");
  }

  private void discards() throws Exception {
    String query = query();
    assertThat(client.post("/p/tag/phone/discard" + query, "file", "f9").statusCode())
        .isEqualTo(303);
    assertThat(client.post("/p/tag/phone/discard?item=5.1-1-1a%40no", "file", "f9").statusCode())
        .isEqualTo(404);
  }

  private void showsNoFileThatIsNotThere() throws Exception {
    assertThat(client.get("/p/tag/phone/f9" + query()).statusCode()).isEqualTo(404);
  }
}
