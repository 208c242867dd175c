package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A case for each route on which makers write. */
final class DeclarationCases {
  private static final String ICS = "/p/tag/ics?id=5.1-5";
  private static final String ROW = "/p/tag/ixit?table=1-AuthMech&row=AuthMech-1";

  private final Client client;
  private final Path folder;

  /**
   * @param folder of the dossier {@code tag}
   */
  DeclarationCases(Client client, Path folder) {
    this.client = client;
    this.folder = folder;
  }

  Map<String, RoutesTest.Case> cases() {
    Map<String, RoutesTest.Case> cases = new HashMap<>();
    cases.put("GET /p/{product}/ics", this::ics);
    cases.put("POST /p/{product}/ics/preview", this::foretellsAnAnswer);
    cases.put("POST /p/{product}/ics", this::savesAnAnswer);
    cases.put("GET /p/{product}/ixit", this::ixit);
    cases.put("POST /p/{product}/ixit/preview", this::foretellsCells);
    cases.put("POST /p/{product}/ixit", this::savesCells);
    cases.put("POST /p/{product}/declaration/undo", this::undoes);
    cases.put("GET /p/{product}/interview", this::interview);
    cases.put("POST /p/{product}/interview/preview", this::foretellsAnInterview);
    cases.put("POST /p/{product}/interview", this::answersQuestions);
    cases.put("GET /p/{product}/drafts", this::drafts);
    cases.put("POST /p/{product}/drafts/preview", this::foretellsDrafts);
    cases.put("POST /p/{product}/drafts", this::acceptsDrafts);
    return cases;
  }

  /** The fields of a form of a page as a browser sends them, some with other values. */
  static String[] fields(Document page, String form, Map<String, String> other) {
    Element found = Objects.requireNonNull(page.selectFirst(form));
    List<String> fields = new ArrayList<>();
    for (Element field : found.select("input, textarea, select")) {
      String name = field.attr("name");
      boolean ticked = field.hasAttr("checked") || !field.attr("type").matches("radio|checkbox");
      if (name.isEmpty() || name.equals("csrf") || other.containsKey(name) || !ticked) {
        continue;
      }
      fields.add(name);
      fields.add(
          switch (field.tagName()) {
            case "textarea" -> field.wholeText();
            case "select" -> field.select("option[selected]").attr("value");
            default -> field.attr("value");
          });
    }
    other.forEach((name, value) -> fields.addAll(List.of(name, value)));
    return fields.toArray(String[]::new);
  }

  HttpResponse<String> send(String path, String form, Map<String, String> other) throws Exception {
    Document page = client.page(path);
    String action = Objects.requireNonNull(page.selectFirst(form)).attr("action");
    return client.post(action, fields(page, form, other));
  }

  private String file(String name) throws Exception {
    return Files.readString(folder.resolve(name));
  }

  private void ics() throws Exception {
    RoutesTest.page(ICS, "Brute force over the network");
    assertThat(client.page("/p/tag/ics").select("#edit")).hasSize(1);
    assertThat(client.page("/p/tag/ics?id=14").text()).contains("Condition 14", "Provision 5.1-5");
    assertThat(client.get("/p/tag/ics?id=9.9-9").statusCode()).isEqualTo(404);
    assertThat(client.get("/p/tag/ics?id=%3Cb%3E").statusCode()).isEqualTo(404);
  }

  private void foretellsAnAnswer() throws Exception {
    String before = file("ics.yaml");
    Document page = client.page(ICS);
    String path = page.select("#edit").attr("hx-post");
    HttpResponse<String> answer =
        client.post(path, fields(page, "#edit", Map.of("answer", "N", "reason", "Left out.")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Document shown = org.jsoup.Jsoup.parse(answer.body());
    assertThat(shown.select("#preview").text()).contains("5.1-5", "FAIL", "not in the plan");
    assertThat(shown.select("#reason").text()).isEqualTo("Left out.");
    assertThat(client.post(path, fields(page, "#edit", Map.of())).body())
        .contains("no line of a file would be another one");
    assertThat(file("ics.yaml")).isEqualTo(before);
  }

  private void savesAnAnswer() throws Exception {
    String before = file("ics.yaml");
    assertThat(send(ICS, "#edit", Map.of("answer", "maybe")).statusCode()).isEqualTo(422);
    Document page = client.page(ICS);
    HttpResponse<String> done =
        send(ICS, "#edit", Map.of("answer", "N", "reason", "Saved by a test: no room."));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(file("ics.yaml")).contains("detail: \"Saved by a test: no room.\"");
    HttpResponse<String> late =
        client.post(
            page.select("#edit").attr("action"),
            fields(page, "#edit", Map.of("answer", "Y", "reason", "Too late.")));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Too late.", "Saved by a test: no room.");
    Files.writeString(folder.resolve("ics.yaml"), before);
  }

  private void ixit() throws Exception {
    RoutesTest.page(ROW, "AuthMech-1");
    RoutesTest.page("/p/tag/ixit?x=1", "1-AuthMech");
    assertThat(client.page("/p/tag/ixit?table=3-VulnTypes").select("ul.rows")).hasSize(1);
    assertThat(client.page("/p/tag/ixit?table=1-AuthMech&new=1").select("#id").attr("value"))
        .startsWith("AuthMech-");
    for (String path : List.of("?table=99-None", "?table=..%2F..", "?table=1-AuthMech&row=none")) {
      assertThat(client.get("/p/tag/ixit" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private void foretellsCells() throws Exception {
    String before = file("ixit/1-AuthMech.yaml");
    Document page = client.page(ROW);
    String path = page.select("#edit").attr("hx-post");
    HttpResponse<String> answer =
        client.post(path, fields(page, "#edit", Map.of("c.attemptsBeforeDelay", "many")));
    assertThat(org.jsoup.Jsoup.parse(answer.body()).select("#preview").text())
        .contains("PLB-4022", "Errors would keep the dossier from being judged");
    assertThat(client.post(path, fields(page, "#edit", Map.of())).body())
        .as("a form that is sent back as it was shown changes nothing")
        .contains("no line of a file would be another one");
    assertThat(file("ixit/1-AuthMech.yaml")).isEqualTo(before);
  }

  private void savesCells() throws Exception {
    String before = file("ixit/1-AuthMech.yaml");
    assertThat(send(ROW, "#edit", Map.of("c.description", "Written by a test.")).statusCode())
        .isEqualTo(303);
    assertThat(file("ixit/1-AuthMech.yaml")).contains("description: Written by a test.\n");
    String fresh = "/p/tag/ixit?table=1-AuthMech&new=1";
    assertThat(send(fresh, "#edit", Map.of("id", "../evil")).statusCode()).isEqualTo(422);
    assertThat(send(fresh, "#edit", Map.of("id", "AuthMech-1")).statusCode()).isEqualTo(422);
    HttpResponse<String> added =
        send(fresh, "#edit", Map.of("id", "AuthMech-9", "c.endpoints", "tcp/22\ntcp/23"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    assertThat(file("ixit/1-AuthMech.yaml")).contains("endpoints: [tcp/22, tcp/23]");
    String own = "/p/tag/ixit?table=1-AuthMech&row=AuthMech-9";
    assertThat(send(own, "form:has([name=remove])", Map.of()).statusCode()).isEqualTo(303);
    assertThat(client.get(own).statusCode()).isEqualTo(404);
    Files.writeString(folder.resolve("ixit/1-AuthMech.yaml"), before);
  }

  private void undoes() throws Exception {
    String before = file("ics.yaml");
    assertThat(send(ICS, "#edit", Map.of("reason", "To be undone.")).statusCode()).isEqualTo(303);
    assertThat(file("ics.yaml")).isNotEqualTo(before);
    assertThat(client.page(ICS).select("form[action$=/declaration/undo]")).hasSize(1);
    assertThat(client.post("/p/tag/declaration/undo").statusCode()).isEqualTo(303);
    assertThat(file("ics.yaml")).isEqualTo(before);
    assertThat(client.post("/p/tag/declaration/undo").statusCode()).isEqualTo(409);
    assertThat(send(ICS, "#edit", Map.of("reason", "To be undone.")).statusCode()).isEqualTo(303);
    Files.writeString(folder.resolve("ics.yaml"), before + "# by an editor\n");
    assertThat(client.post("/p/tag/declaration/undo").statusCode()).isEqualTo(409);
    assertThat(file("ics.yaml")).endsWith("# by an editor\n");
    Files.writeString(folder.resolve("ics.yaml"), before);
  }

  private static final String INTERVIEW = "/p/tag/interview";

  private void interview() throws Exception {
    RoutesTest.page(INTERVIEW + "?question=logins", "Question 1 of");
    assertThat(client.get(INTERVIEW + "?question=nothing").statusCode()).isEqualTo(404);
    assertThat(client.page(INTERVIEW + "?later=logins").select("#edit").attr("action"))
        .as("a question that was left open is not asked in the same round")
        .contains("later=logins")
        .doesNotContain("question=logins");
  }

  private void foretellsAnInterview() throws Exception {
    String before = file("ics.yaml");
    Document page = client.page(INTERVIEW + "?question=logins");
    String path = page.select("#edit").attr("hx-post");
    assertThat(client.post(path, fields(page, "#edit", Map.of())).body())
        .contains("No choice is taken");
    String choice = page.select("[name=choice]").getFirst().attr("value");
    assertThat(client.post(path, fields(page, "#edit", Map.of("choice", choice))).statusCode())
        .isEqualTo(200);
    assertThat(file("ics.yaml")).isEqualTo(before);
  }

  private void answersQuestions() throws Exception {
    String before = file("ics.yaml");
    Files.writeString(
        folder.resolve("ics.yaml"), "edition: \"3.1.3\"\nconditions:\nfeatures:\nanswers:\n");
    Document first = client.page(INTERVIEW);
    assertThat(send(INTERVIEW, "#edit", Map.of("choice", "perhaps")).statusCode()).isEqualTo(422);
    String next = INTERVIEW;
    int asked = 0;
    while (!client.page(next).select("#edit").isEmpty() && asked < 100) {
      Document page = client.page(next);
      String last = page.select("[name=choice]").getLast().attr("value");
      HttpResponse<String> done = send(next, "#edit", Map.of("choice", last));
      assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
      next = done.headers().firstValue("Location").orElseThrow();
      asked++;
    }
    assertThat(asked).isBetween(5, 99);
    assertThat(client.page(next).text()).contains("Nothing is left to ask");
    assertThat(file("ics.yaml")).contains("Interview: ", "support: N/A");
    assertThat(
            client
                .post(
                    first.select("#edit").attr("action"),
                    fields(
                        first,
                        "#edit",
                        Map.of("choice", first.select("[name=choice]").getFirst().attr("value"))))
                .statusCode())
        .as("a question that was opened before others were answered")
        .isEqualTo(409);
    int open = client.page(INTERVIEW).select("#edit").size();
    assertThat(send(INTERVIEW + "?question=logins", "#edit", Map.of("leave", "1")).statusCode())
        .isEqualTo(303);
    assertThat(client.page(INTERVIEW).select("#edit").size()).isEqualTo(open + 1);
    Files.writeString(folder.resolve("ics.yaml"), before);
    Files.delete(folder.resolve("record/interview.yaml"));
  }

  private void drafts() throws Exception {
    RoutesTest.page("/p/tag/drafts?x=1", "Drafts");
  }

  private void foretellsDrafts() throws Exception {
    assertThat(client.post("/p/tag/drafts/preview", "seen", "x", "accept", "0").statusCode())
        .as("what was proposed then")
        .isEqualTo(409);
  }

  private void acceptsDrafts() throws Exception {
    assertThat(client.post("/p/tag/drafts", "seen", "x", "accept", "0").statusCode())
        .as("what was proposed then")
        .isEqualTo(409);
  }
}
