package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.team.AuthorKeys;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier in a git repository, before and after a change of its declaration. */
class ChangePagesTest {
  private static final String ROW = "1-AuthMech/AuthMech-1";
  private static final String REASON = "The key is made in the chip; its data sheet says how.";

  @TempDir Path temporary;
  private Path dossier = Path.of("");
  private Workbench workbench;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    workbench = Copies.workbench(temporary);
    dossier = temporary.resolve("tag");
    client = Client.of(workbench);
  }

  @AfterEach
  void stop() {
    workbench.close();
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c"));
    command.add("commit.gpgsign=false");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(dossier.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private void commit() throws Exception {
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--message", "First");
  }

  /** Saves a cell of the row in its form, so that the server judges the dossier at once. */
  private void endpoints(String value) throws Exception {
    HttpResponse<String> done =
        new DeclarationCases(client, dossier)
            .send(
                "/p/tag/ixit?table=1-AuthMech&row=AuthMech-1",
                "#edit",
                Map.of("c.endpoints", value));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
  }

  /** Decides the first item of the row. */
  private String decide() throws Exception {
    Document page = client.page("/p/tag/decide?show=all&row=" + Client.encoded(ROW));
    Element form = Objects.requireNonNull(page.selectFirst("#decision"));
    HttpResponse<String> done =
        client.post(
            form.attr("action"),
            "seen",
            form.select("[name=seen]").attr("value"),
            "verdict",
            "FAIL",
            "reason",
            REASON,
            "by",
            "Ann");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    return page.select("#card").attr("aria-label").replaceFirst("Item ", "");
  }

  @Test
  void aRevisionIsComparedWithTheFilesAsTheyAre() throws Exception {
    commit();
    assertThat(client.page("/p/tag/differences?revision=HEAD").text())
        .contains("Both states declare the same", "No verdict is another one");
    String item = decide();
    Document decided = client.page("/p/tag/differences?revision=HEAD");
    assertThat(decided.select("table a.id").eachText()).containsExactly(item);
    endpoints("tcp/8444");
    assertThat(client.page("/p/tag/differences?revision=HEAD").text())
        .contains("tcp/8443", "tcp/8444", REASON);
    Files.writeString(dossier.resolve("policy.yaml"), "review: [FAIL]\nblind: true\n");
    endpoints("tcp/8445");
    assertThat(client.get("/p/tag/differences?revision=HEAD").body())
        .as("a decision that waits for a blind review")
        .contains("not shown while reviews are blind")
        .doesNotContain(REASON);
    assertThat(client.get("/p/tag/differences?revision=nothing").statusCode()).isEqualTo(422);
  }

  @Test
  void unrelatedProductsAreComparedInCountsAndFoldedPartsWithTheRestBehindALink() throws Exception {
    workbench.close();
    workbench =
        Workbench.start(
            List.of(dossier, Copies.of("careless-camera", temporary.resolve("camera"))),
            0,
            new AuthorKeys(temporary.resolve("keys")),
            Clock.systemUTC());
    client = Client.of(workbench);
    String address = "/p/tag/differences?with=camera";
    Document page = client.page(address);
    assertThat(page.select("h2 ~ p a[href^=#part-]").eachText())
        .hasSizeGreaterThan(4)
        .allMatch(t -> t.matches(".*: [0-9]+"));
    assertThat(page.select("tbody tr").size()).isLessThanOrEqualTo(6 * 50);
    Element ixit = Objects.requireNonNull(page.selectFirst("#part-ixit"));
    int all = Integer.parseInt(ixit.select("summary").text().replaceAll("\\D", ""));
    assertThat(all).isGreaterThan(100);
    assertThat(ixit.hasAttr("open")).isFalse();
    assertThat(ixit.select("tbody tr")).hasSize(50);
    Set<String> seen = new HashSet<>();
    int rows = 0;
    while (true) {
      ixit.select("tbody tr").forEach(r -> seen.add(r.text()));
      rows += ixit.select("tbody tr").size();
      String rest = ixit.select("p > a").attr("href");
      if (rest.isEmpty()) {
        break;
      }
      page = client.page(rest.replaceFirst("#.*", ""));
      assertThat(page.select("#part-product tbody tr, #part-items tbody tr")).isEmpty();
      ixit = Objects.requireNonNull(page.selectFirst("#part-ixit"));
      assertThat(ixit.hasAttr("open")).isTrue();
    }
    assertThat(rows).isEqualTo(all);
    assertThat(seen).hasSizeGreaterThan(all - 10);
    assertThat(client.page(address + "&part=ixit&from=999999").select("#part-ixit tr")).isEmpty();
    assertThat(client.get(address + "&part=ixit&from=-1%3Cb%3E").statusCode()).isEqualTo(200);
  }

  @Test
  void aDecisionThatStillHoldsIsRenewedWithTheReason() throws Exception {
    commit();
    String item = decide();
    assertThat(client.page("/p/tag/impact").text()).contains("Every decision rests on what");
    endpoints("tcp/8444");
    Document page = client.page("/p/tag/impact?since=HEAD");
    assertThat(page.text()).contains(item, REASON, "All that changed since HEAD");
    assertThat(page.select("table.list td").eachText().toString()).contains("endpoints changed");
    String tick = page.select("input[name=item]").attr("value");
    String[] form = {"item", tick, "because", "The port alone is another one.", "by", "Ann"};
    HttpResponse<String> done = client.post("/p/tag/impact", form);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(Files.readAllLines(dossier.resolve("record/decisions.jsonl")))
        .hasSize(2)
        .last()
        .asString()
        .contains(REASON + " Still holds, because The port alone is another one.");
    assertThat(client.page("/p/tag/impact").text()).contains("Every decision rests on what");
    assertThat(client.post("/p/tag/impact", form).statusCode()).as("once").isEqualTo(409);
  }
}
