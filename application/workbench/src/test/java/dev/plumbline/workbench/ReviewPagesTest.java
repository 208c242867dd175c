package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.team.AuthorKeys;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people with two keys at one dossier: one decides, the other one answers. */
class ReviewPagesTest {
  private static final String REASON = "The label of each unit has its own password.";

  @TempDir Path temporary;
  private Path dossier = Path.of("");
  private final List<Workbench> open = new java.util.ArrayList<>();

  @BeforeEach
  void copy() throws Exception {
    dossier = Copies.of("sensor-tag", temporary.resolve("tag"));
  }

  @AfterEach
  void close() {
    open.forEach(Workbench::close);
  }

  private Client client(String person) throws Exception {
    Workbench workbench =
        Workbench.start(
            List.of(dossier),
            0,
            new AuthorKeys(temporary.resolve("keys-" + person)),
            Clock.systemUTC());
    open.add(workbench);
    Client client = Client.of(workbench);
    client.post("/me", "name", person);
    return client;
  }

  private void policy(String text) throws Exception {
    Files.writeString(dossier.resolve("policy.yaml"), text);
  }

  /** Decides the first item of the queue. */
  private static String decide(Client client, String verdict) throws Exception {
    Document page = client.page("/p/tag/decide");
    Element form = Objects.requireNonNull(page.selectFirst("#decision"));
    HttpResponse<String> done =
        client.post(
            form.attr("action"),
            "seen",
            form.select("[name=seen]").attr("value"),
            "verdict",
            verdict,
            "reason",
            REASON);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    return page.select("#card").attr("aria-label").replaceFirst("Item ", "");
  }

  private static String path(String page, String item) {
    return "/p/tag/" + page + "?item=" + Client.encoded(item);
  }

  private static String decision(Client client, String item) throws Exception {
    return client.page(path("review", item)).select("input[name=decision]").attr("value");
  }

  @Test
  void anotherPersonAcceptsAndTheDecisionCounts() throws Exception {
    policy("review: [FAIL]\n");
    Client ann = client("Ann");
    String item = decide(ann, "FAIL");
    assertThat(ann.page(path("explain", item)).text()).contains("waits for a review");
    Client bob = client("Bob");
    assertThat(bob.page("/p/tag/review").text()).contains(item, "Ann", "FAIL");
    assertThat(bob.page(path("review", item)).text()).contains(REASON);
    String decision = decision(bob, item);
    String[] fields = {"decision", decision, "answer", "accept", "because", "I read it, too."};
    assertThat(ann.post(path("review", item), fields).statusCode()).as("the author").isEqualTo(409);
    assertThat(ann.page("/p/tag/review").text())
        .contains("Your decisions that wait for somebody else");
    assertThat(bob.post(path("review", item), "decision", decision, "because", "x").statusCode())
        .as("neither accepted nor returned")
        .isEqualTo(422);
    assertThat(bob.post(path("review", item), fields).statusCode()).isEqualTo(303);
    assertThat(bob.page(path("explain", item)).select("main .chip").getFirst().text())
        .contains("FAIL");
    assertThat(bob.page(path("explain", item)).select("h2:containsOwn(History) + table").text())
        .contains("Ann", "decision (last)", "FAIL: " + REASON)
        .contains("Bob", "review of decision", "accepted: I read it, too.");
    assertThat(bob.page("/p/tag/review").text()).contains("No decision of another person waits");
    assertThat(bob.get(path("review", item)).statusCode()).isEqualTo(404);
  }

  @Test
  void aReturnedDecisionComesFirstForItsAuthor() throws Exception {
    policy("review: [FAIL]\n");
    Client ann = client("Ann");
    String item = decide(ann, "FAIL");
    Client bob = client("Bob");
    bob.post(
        path("review", item),
        "decision",
        decision(bob, item),
        "answer",
        "return",
        "because",
        "Which batch is that?");
    Document page = ann.page("/p/tag/review");
    assertThat(page.select("h2").getFirst().text()).isEqualTo("Returned to you");
    assertThat(page.text()).contains("Bob: Which batch is that?");
    assertThat(ann.page("/p/tag/decide?show=returned").select("#card").attr("aria-label"))
        .isEqualTo("Item " + item);
    assertThat(bob.page("/p/tag/signoff").text())
        .contains("Decisions that a reviewer returned: 1", item);
  }

  @Test
  void aBlindReviewShowsTheDecisionNowhereBeforeTheOwnVerdict() throws Exception {
    policy("review: [FAIL]\nblind: true\n");
    Client ann = client("Ann");
    String item = decide(ann, "FAIL");
    Client bob = client("Bob");
    for (String page :
        List.of(
            "/p/tag/review",
            path("review", item),
            path("decide", item) + "&show=all",
            path("explain", item),
            "/p/tag/signoff")) {
      assertThat(bob.get(page).body()).as(page).doesNotContain(REASON);
      assertThat(bob.get(page, "Accept", "application/json").body())
          .as(page)
          .doesNotContain(REASON);
    }
    String decision = decision(bob, item);
    assertThat(
            bob.post(
                    path("review", item),
                    "decision",
                    decision,
                    "answer",
                    "accept",
                    "because",
                    "I looked.")
                .statusCode())
        .as("without a verdict of one's own")
        .isEqualTo(422);
    HttpResponse<String> done =
        bob.post(
            path("review", item), "decision", decision, "own", "PASS", "because", "It is fine.");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    Document after = bob.page(done.headers().firstValue("Location").orElse(""));
    assertThat(after.text()).contains("Your verdict differs. Returned: " + item, REASON);
    assertThat(after.text()).contains("Disagreements", "Bob: It is fine.", "Ann: " + REASON);
  }

  @Test
  void noDownloadShowsADecisionThatWaitsForABlindReview() throws Exception {
    policy("review: [FAIL]\nblind: true\n");
    Client ann = client("Ann");
    String item = decide(ann, "FAIL");
    Client bob = client("Bob");
    List<String> refused = links(bob.page("/p/tag/reports"), "/reports/");
    List<String> exports = links(bob.page("/p/tag/documents"), "/exports/verdicts/");
    assertThat(refused).hasSizeGreaterThan(5);
    assertThat(exports).hasSize(3);
    for (String path : Stream.concat(refused.stream(), exports.stream()).toList()) {
      HttpResponse<String> answer = bob.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(409);
      assertThat(answer.body()).as(path).contains("would show decisions that wait");
    }
    List<String> documents = links(bob.page("/p/tag/documents"), "/md");
    assertThat(documents).hasSizeGreaterThan(5);
    for (String path : documents) {
      if (!exports.contains(path)) {
        HttpResponse<String> answer = bob.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain(REASON);
      }
    }
    bob.post(
        path("review", item),
        "decision",
        decision(bob, item),
        "own",
        "FAIL",
        "because",
        "It has none.");
    assertThat(bob.get("/p/tag/reports/json").body()).contains(REASON);
    assertThat(bob.get("/p/tag/exports/verdicts/md").body()).contains(REASON);
  }

  private static List<String> links(Document page, String part) {
    return page.select("main a[href*=" + part + "]").eachAttr("href");
  }

  @Test
  void aSignOffNamesTheStateThatWasSeenAndAnEarlierOneIsRefused() throws Exception {
    Client ann = client("Ann");
    Document page = ann.page("/p/tag/signoff");
    String state = page.select("input[name=state]").attr("value");
    assertThat(page.text()).contains("Items that nobody decided", "Nobody has signed");
    decide(ann, "FAIL");
    assertThat(ann.post("/p/tag/signoff", "state", state, "because", "Done.").statusCode())
        .as("another state")
        .isEqualTo(409);
    String now = ann.page("/p/tag/signoff").select("input[name=state]").attr("value");
    assertThat(ann.post("/p/tag/signoff", "state", now, "because", "All looked at.").statusCode())
        .isEqualTo(303);
    assertThat(ann.page("/p/tag/signoff").text())
        .contains("Ann signed it off", "All looked at.", "The dossier is still in this state.");
    decide(ann, "FAIL");
    assertThat(ann.page("/p/tag/signoff").text()).contains("The dossier was changed since.");
  }
}
