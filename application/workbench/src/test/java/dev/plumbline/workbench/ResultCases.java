package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workbench.RoutesTest.Case;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/** The cases of the routes of labels, documents and reports. */
record ResultCases(Client client) {

  Map<String, Case> cases() {
    Map<String, Case> cases = new HashMap<>();
    cases.put("GET /p/{product}/labels", () -> RoutesTest.page("/p/tag/labels", "Labels and laws"));
    cases.put("GET /p/{product}/reports", () -> RoutesTest.page("/p/tag/reports", "csv"));
    cases.put("GET /p/{product}/reports/{format}", this::report);
    cases.put("GET /p/{product}/documents", this::documents);
    cases.put("GET /p/{product}/documents/{document}/{form}", this::document);
    cases.put("GET /p/{product}/exports/{what}/{form}", this::export);
    return cases;
  }

  private void report() throws Exception {
    HttpResponse<String> csv = client.get("/p/tag/reports/csv");
    assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
    assertThat(csv.body().lines().count()).isGreaterThan(20);
    assertThat(disposition(csv)).isEqualTo("attachment; filename=\"result.csv\"");
    assertThat(client.get("/p/tag/reports/nothing").statusCode()).isEqualTo(404);
  }

  private static String disposition(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .contains("sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    return answer.headers().firstValue("Content-Disposition").orElse("");
  }

  private void documents() throws Exception {
    RoutesTest.page("/p/tag/documents", "draft");
    Document page = client.page("/p/tag/documents");
    List<String> links = page.select("a[download]").eachAttr("href");
    assertThat(links).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    for (String link : links) {
      if (link.contains("/md") || link.endsWith("/plain") || link.endsWith("/csv")) {
        HttpResponse<String> file = client.get(link);
        assertThat(file.statusCode()).as(link + " " + file.body()).isEqualTo(200);
        assertThat(file.body()).as(link).isNotBlank();
      }
    }
  }

  private void document() throws Exception {
    HttpResponse<String> html = client.get("/p/tag/documents/support-period/html");
    assertThat(html.statusCode()).as(html.body()).isEqualTo(200);
    assertThat(html.body()).contains("Example Tag");
    assertThat(disposition(html)).matches("attachment; filename=\"support-period[a-z.]*\\.html\"");
    assertThat(client.get("/p/tag/documents/support-period/pdf").statusCode()).isEqualTo(404);
    assertThat(client.get("/p/tag/documents/..%2F..%2Fx/html").statusCode()).isIn(400, 404);
    assertThat(client.get("/p/tag/documents/support-period/plain").statusCode())
        .as("a document that has no file of its own")
        .isEqualTo(409);
  }

  private void export() throws Exception {
    HttpResponse<String> declared = client.get("/p/tag/exports/declaration/md");
    assertThat(declared.statusCode()).as(declared.body()).isEqualTo(200);
    assertThat(declared.body()).contains("AuthMech-1");
    assertThat(disposition(declared)).isEqualTo("attachment; filename=\"tag-declaration.md\"");
    assertThat(client.get("/p/tag/exports/verdicts/csv").body()).contains("5.1-5");
    for (String none : List.of("declaration/csv", "verdicts/docx", "evidence/md")) {
      assertThat(client.get("/p/tag/exports/" + none).statusCode()).as(none).isEqualTo(404);
    }
  }
}
