package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workbench.RoutesTest.Case;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The cases of the routes that bring a file of the maker into a dossier. */
record ImportCases(Client client) {
  private static final String IMPORT = "/p/tag/import";

  Map<String, Case> cases() {
    Map<String, Case> cases = new HashMap<>();
    cases.put("GET /p/{product}/import", () -> RoutesTest.page(IMPORT + "?x=1", "Import"));
    cases.put("POST /p/{product}/import", this::sends);
    cases.put(
        "POST /p/{product}/import/preview",
        () ->
            assertThat(client.post(IMPORT + "/preview", "seen", "x").statusCode())
                .as("a file that was not sent")
                .isEqualTo(409));
    cases.put(
        "POST /p/{product}/import/save",
        () ->
            assertThat(client.post(IMPORT + "/save", "seen", "x").statusCode())
                .as("a file that was not sent")
                .isEqualTo(409));
    cases.put(
        "POST /p/{product}/import/forget",
        () -> assertThat(client.post(IMPORT + "/forget").statusCode()).isEqualTo(303));
    return cases;
  }

  private void sends() throws Exception {
    assertThat(client.post(IMPORT).statusCode()).as("no file").isEqualTo(422);
    for (String name : new String[] {"a.xlsx", "../../b.docx", "c.exe"}) {
      HttpResponse<String> sent =
          client.upload(IMPORT, "document", name, "PK broken".getBytes(StandardCharsets.UTF_8));
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
      assertThat(client.page(IMPORT).text())
          .as(name)
          .contains("Nothing could be read from this file", "PLB-95");
    }
    assertThat(client.post(IMPORT + "/forget").statusCode()).isEqualTo(303);
    assertThat(client.page(IMPORT).text()).doesNotContain("Nothing could be read");
  }
}
