package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A maker's file comes back: beside the dossier and beside what it said before. */
class ImportPageTest {
  private static final String IMPORT = "/p/tag/import";
  private static final String FILE = "ixit/1-AuthMech.yaml";
  private static final String CELL = "1-AuthMech AuthMech-1 defaultStatus";
  private static final String BEFORE =
      "Enabled from the pairing on; pairing needs the code on the back of the tag";

  @TempDir Path temporary;
  private Workbench workbench;
  private Client client;
  private DeclarationCases forms;
  private String exported = "";

  @BeforeEach
  void start() throws Exception {
    workbench = Copies.workbench(temporary);
    client = Client.of(workbench);
    forms = new DeclarationCases(client, temporary.resolve("tag"));
    exported = client.get("/p/tag/exports/declaration/md").body();
    assertThat(exported).contains(BEFORE);
  }

  @AfterEach
  void stop() {
    workbench.close();
  }

  private void send(String text) throws Exception {
    HttpResponse<String> sent =
        client.upload(IMPORT, "document", "tag.md", text.getBytes(StandardCharsets.UTF_8));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
  }

  private String file() throws Exception {
    return Files.readString(temporary.resolve("tag").resolve(FILE));
  }

  private void write(String text) throws Exception {
    Files.writeString(temporary.resolve("tag").resolve(FILE), text);
  }

  /** The name of the field of the cell. */
  private String field(Document page) {
    return page.select("fieldset:has(legend:containsOwn(" + CELL + ")) input").attr("name");
  }

  private void save(Map<String, String> choices) throws Exception {
    HttpResponse<String> done = forms.send(IMPORT, "#edit", choices);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
  }

  @Test
  void whatTheFileChangedIsShownAndTakenAndUndone() throws Exception {
    String before = file();
    send(exported.replace(BEFORE, "Disabled by the maker."));
    Document page = client.page(IMPORT);
    assertThat(page.select("h3").eachText()).contains("Changed in the file: 1");
    assertThat(page.text())
        .contains(BEFORE, "Disabled by the maker.", "At the last import: nothing");
    HttpResponse<String> outlook =
        client.post(IMPORT + "/preview", DeclarationCases.fields(page, "#edit", Map.of()));
    assertThat(outlook.statusCode()).as(outlook.body()).isEqualTo(200);
    assertThat(org.jsoup.Jsoup.parse(outlook.body()).select("#preview").text())
        .contains("Disabled by the maker.");
    assertThat(file()).as("nothing is written before it is saved").isEqualTo(before);
    save(Map.of());
    assertThat(file()).isEqualTo(before.replace(BEFORE, "Disabled by the maker."));
    assertThat(client.post("/p/tag/declaration/undo").statusCode()).isEqualTo(303);
    assertThat(file()).isEqualTo(before);
  }

  @Test
  void aFileThatAnImportMadeGoesWhenItIsUndone() throws Exception {
    Path made = temporary.resolve("tag").resolve(FILE);
    Files.delete(made);
    send(exported);
    save(Map.of());
    assertThat(file()).contains(BEFORE);
    assertThat(client.post("/p/tag/declaration/undo").statusCode()).isEqualTo(303);
    assertThat(made).doesNotExist();
  }

  @Test
  void whatBothChangedIsAskedOnceAndStaysAsAPersonChose() throws Exception {
    send(exported);
    save(Map.of());
    String mine = file().replace(BEFORE, "Changed in the dossier.");
    write(mine);
    String theirs = exported.replace(BEFORE, "Changed by the maker.");
    send(theirs);
    Document page = client.page(IMPORT);
    assertThat(page.select("h3").eachText()).contains("Changed in both: 1");
    assertThat(page.text())
        .contains(
            "At the last import: " + BEFORE, "Changed in the dossier.", "Changed by the maker.");
    save(Map.of());
    assertThat(file()).as("nobody chose").isEqualTo(mine);
    send(theirs);
    page = client.page(IMPORT);
    assertThat(page.select("h3").eachText()).contains("Changed in both: 1");
    save(Map.of(field(page), "dossier"));
    assertThat(file()).isEqualTo(mine);
    send(theirs);
    page = client.page(IMPORT);
    assertThat(page.select("h3").eachText())
        .as("a choice for the dossier is remembered")
        .contains("Changed in the dossier: 1");
    save(Map.of(field(page), "file"));
    assertThat(file()).contains("Changed by the maker.");
  }

  @Test
  void aDossierThatChangedSinceThePageWasOpenedIsNotWritten() throws Exception {
    send(exported.replace(BEFORE, "Changed by the maker."));
    Document page = client.page(IMPORT);
    String other = file().replace(BEFORE, "Changed in between.");
    write(other);
    HttpResponse<String> late =
        client.post(IMPORT + "/save", DeclarationCases.fields(page, "#edit", Map.of()));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(file()).isEqualTo(other);
  }
}
