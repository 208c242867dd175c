package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.registry.Kinds;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makers who write in forms, beside others and beside an editor. */
class DeclarationPagesTest {
  private static final int CLIENTS = 40;

  @TempDir Path temporary;

  /** Every row of a dossier, sent back as it is shown, leaves each file as it was. */
  @Test
  void aFormThatIsSentBackAsItWasShownLeavesEveryByte() throws Exception {
    try (Workbench workbench = Copies.workbench(temporary)) {
      Client client = Client.of(workbench);
      DeclarationCases forms = new DeclarationCases(client, temporary.resolve("tag"));
      int sent = 0;
      for (String table : client.page("/p/tag/ixit").select(".index a").eachAttr("href")) {
        Document page = client.page(table);
        List<String> rows = new ArrayList<>(page.select("ul.rows a").eachAttr("href"));
        if (!page.select("#edit").isEmpty()) {
          rows.add(table);
        }
        for (String row : rows) {
          Path file = file(client.page(row));
          byte[] before = Files.readAllBytes(file);
          HttpResponse<String> done = forms.send(row, "#edit", Map.of());
          assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
          assertThat(Files.readAllBytes(file)).as(row).isEqualTo(before);
          sent++;
        }
      }
      assertThat(sent).isGreaterThan(20);
    }
  }

  private Path file(Document page) {
    return temporary.resolve("tag").resolve(page.select("#file-title + .meta .id").text());
  }

  @Test
  void ofManyWhoSaveOneFileAtOnceOneIsStoredAndTheOthersSeeBothTexts() throws Exception {
    try (Workbench workbench = Copies.workbench(temporary)) {
      Client client = Client.of(workbench);
      Document page = client.page("/p/tag/ics?id=5.1-5");
      Browsers browsers = Browsers.sending(CLIENTS, workbench);
      List<Future<HttpResponse<String>>> all = new ArrayList<>();
      try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CLIENTS; i++) {
          String[] fields =
              DeclarationCases.fields(page, "#edit", Map.of("reason", "Text of client " + i + "."));
          int number = i;
          all.add(
              pool.submit(
                  () -> browsers.send(number, page.select("#edit").attr("action"), fields)));
        }
      }
      String stored = Files.readString(temporary.resolve("tag/ics.yaml"));
      int refused = 0;
      for (int i = 0; i < CLIENTS; i++) {
        String own = "Text of client " + i + ".";
        HttpResponse<String> answer = all.get(i).get();
        if (answer.statusCode() == 303) {
          assertThat(stored).contains(own);
        } else {
          assertThat(answer.statusCode()).isEqualTo(409);
          assertThat(answer.body()).contains(own, "In the file now: Text of client");
          refused++;
        }
      }
      assertThat(refused).isEqualTo(CLIENTS - 1);
    }
  }

  @Test
  void aDossierThatHasErrorsIsMendedInItsForm() throws Exception {
    Path folder = Copies.of("sensor-tag", temporary.resolve("tag"));
    Path table = folder.resolve("ixit/1-AuthMech.yaml");
    String sound = Files.readString(table);
    Files.writeString(
        table, sound.replaceFirst("networkReachable: \\w+", "networkReachable: perhaps"));
    try (Workbench workbench = Copies.serving(folder, temporary)) {
      Client client = Client.of(workbench);
      assertThat(client.get("/p/tag").statusCode()).isEqualTo(409);
      String row = "/p/tag/ixit?table=1-AuthMech&row=AuthMech-1";
      Document page = client.page(row);
      assertThat(page.text()).contains("PLB-4021", "As written: perhaps");
      DeclarationCases forms = new DeclarationCases(client, temporary.resolve("tag"));
      assertThat(forms.send(row, "#edit", Map.of("c.networkReachable", "true")).statusCode())
          .isEqualTo(303);
      assertThat(Files.readString(table)).contains("networkReachable: true");
      assertThat(client.get("/p/tag").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatAFormHoldsIsTextInTheFile() throws Exception {
    try (Workbench workbench = Copies.workbench(temporary)) {
      Client client = Client.of(workbench);
      DeclarationCases forms = new DeclarationCases(client, temporary.resolve("tag"));
      String row = "/p/tag/ixit?table=1-AuthMech&row=AuthMech-1";
      for (String hostile :
          List.of(
              "\"]}\nentries: []\n#",
              "&anchor *alias !!tag",
              "'</textarea><script>alert(1)</script>",
              "{{x}} ${y} <%z%>",
              "\u202Edrow\u0007",
              "- a\n- b: [")) {
        HttpResponse<String> done = forms.send(row, "#edit", Map.of("c.description", hostile));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        Document now = client.page(row);
        assertThat(now.select("#c-description").getFirst().wholeText()).isEqualTo(hostile);
        assertThat(now.select("script"))
            .isNotEmpty()
            .allMatch(e -> e.attr("src").startsWith("/assets/") && e.html().isEmpty());
      }
    }
  }

  @Test
  void draftsAreAcceptedOneByOneWithTheValueThatAPersonGivesThem() throws Exception {
    Path folder = Copies.of("sensor-tag", temporary.resolve("tag"));
    observe(folder);
    try (Workbench workbench = Copies.serving(folder, temporary)) {
      Client client = Client.of(workbench);
      DeclarationCases forms = new DeclarationCases(client, folder);
      Document page = client.page("/p/tag/drafts");
      assertThat(page.text()).contains("certain", "of address/127.88.4.1");
      List<String> values = page.select("[name=accept]").eachAttr("value");
      assertThat(values).hasSizeGreaterThan(3);
      String table = page.select("h2 a").getFirst().text().replaceFirst("/.*", "");
      Path file = folder.resolve("ixit/" + table + ".yaml");
      String before = Files.readString(file);
      Map<String, String> one = Map.of("accept", "0", "v0", "As a person says.");
      assertThat(
              org.jsoup.Jsoup.parse(
                      client
                          .post(
                              "/p/tag/drafts/preview", DeclarationCases.fields(page, "#edit", one))
                          .body())
                  .select("#preview pre")
                  .text())
          .contains("As a person says.");
      assertThat(Files.readString(file)).isEqualTo(before);
      assertThat(
              client
                  .post("/p/tag/drafts", DeclarationCases.fields(page, "#edit", Map.of()))
                  .statusCode())
          .as("nothing was accepted")
          .isEqualTo(422);
      assertThat(forms.send("/p/tag/drafts", "#edit", one).statusCode()).isEqualTo(303);
      assertThat(Files.readString(file))
          .startsWith(before.stripTrailing())
          .contains("As a person says.");
      assertThat(
              client
                  .post("/p/tag/drafts", DeclarationCases.fields(page, "#edit", one))
                  .statusCode())
          .as("what was proposed before")
          .isEqualTo(409);
      assertThat(client.post("/p/tag/declaration/undo").statusCode()).isEqualTo(303);
      assertThat(Files.readString(file)).isEqualTo(before);
    }
  }

  private static void observe(Path folder) throws Exception {
    Dossier dossier = DossierFolder.at(folder).open(new Problems()).orElseThrow();
    Stored stored =
        Kinds.stored(
            new TcpOpenPorts(
                List.of(2323), List.of("1-65535"), 65_535, 65_534, 0, List.of(), List.of()));
    try (DossierWriter writer = DossierFolder.at(folder).write()) {
      writer.appendObservations(
          List.of(
              new Observation(
                  Kinds.key(TcpOpenPorts.class),
                  "address/127.88.4.1",
                  Observation.Outcome.SEEN,
                  stored.value(),
                  stored.coverage(),
                  "",
                  new Observation.Source(
                      "tcp-open-ports",
                      "1",
                      dossier.product().softwareVersion(),
                      dossier.product().unit(),
                      dossier.product().state(),
                      "run",
                      Instant.EPOCH),
                  Optional.empty())));
    }
  }
}
