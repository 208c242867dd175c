package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExchangeCommandsTest {
  private static final Path LOCK = Repository.at("examples/smart-lock");

  @TempDir private Path directory;

  @Test
  void aWorkbookMakesANewDossierAndThenChangesNothing() throws IOException {
    String file = directory.resolve("lock.xlsx").toString();
    String fresh = directory.resolve("lock").toString();
    assertThat(Cli.run("export", LOCK, "--format", "xlsx", "-o", file).code()).isZero();

    Cli dry = Cli.run("import-dossier", file, fresh, "--dry-run");
    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(Path.of(fresh)).doesNotExist();

    Cli first = Cli.run("import-dossier", file, fresh);
    assertThat(first.code()).as(first.out()).isZero();
    assertThat(first.out()).contains("a new dossier for edition 3.1.3");
    assertThat(Files.readString(Path.of(fresh, "ics.yaml")))
        .containsPattern("(?m)^  ## 5.1-1 .*\\n(  ## .*\\n)*  5.1-1:\\n    support: \\S+$");

    Cli diff = Cli.run("diff", LOCK, fresh, "--format", "json");
    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(diff.out()).contains("\"changes\" : [ ]", "\"field\" : \"targets\"");

    Cli again = Cli.run("import-dossier", file, fresh);
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("Changed 0 rows and values");
    assertThat(Cli.run("fmt", "--check", fresh).code()).isZero();
  }

  @Test
  void markdownBecomesAFolderUnlessItsNameSaysFile() throws IOException {
    Path folder = directory.resolve("lock");
    Path file = directory.resolve("lock.md");
    Cli many = Cli.run("export", LOCK, "--format", "md", "-o", folder.toString());
    assertThat(many.out()).contains("Wrote 30 files");
    assertThat(Files.readString(folder.resolve("1-AuthMech.md"))).contains("# IXIT 1-AuthMech");
    Cli one = Cli.run("export", LOCK, "--format", "md", "-o", file.toString());
    assertThat(one.out()).contains("Wrote " + file);
    Cli back = Cli.run("import-dossier", folder.toString(), LOCK, "--dry-run");
    assertThat(back.out()).contains("Would change 0");
  }

  /**
   * The paper of an invented gateway with nine contradictions on purpose (its README lists them): 0
   * false errors, 0 lost answers, 9 of 9 told, and no other one. One stands in a summary below the
   * rows of its table. A clean check needs no work.
   */
  @Test
  void theImportedPaperOfAGatewayHasNoErrorAndItsNineContradictionsAreTold() throws IOException {
    Path paper = Repository.at("model/exchange/src/test/resources/paper/field-gateway");
    Path fresh = directory.resolve("gateway");
    Cli imported = Cli.run("import-dossier", paper.toString(), fresh.toString());
    assertThat(imported.code()).as(imported.err()).isZero();
    assertThat(Files.readString(fresh.resolve("ixit/13-SoftServ.yaml")))
        .containsPattern("(?m)^remarks:")
        .contains("SoftServ-Radio-Check");
    assertThat(imported.out()).doesNotContain("PLB-9521");
    Cli checked = Cli.run("check", fresh.toString(), "--format", "json").ends(0);
    List<String> contradictions = new ArrayList<>();
    for (JsonNode problem : JsonMapper.shared().readTree(checked.out())) {
      assertThat(problem.path("severity").asString()).as("%s", problem).isNotEqualTo("error");
      String id = problem.path("id").asString();
      if (id.startsWith("PLB-61")) {
        contradictions.add(id);
      }
    }
    assertThat(contradictions)
        .containsExactlyInAnyOrder(
            "PLB-6101",
            "PLB-6102",
            "PLB-6104",
            "PLB-6109",
            "PLB-6118",
            "PLB-6130",
            "PLB-6139",
            "PLB-6143",
            "PLB-6147");
    assertThat(checked.out()).contains("SoftServ-Radio-Check");
  }

  @Test
  void whatCannotBeReadChangesNothingAndSaysWhy() throws IOException {
    Path file = Files.writeString(directory.resolve("x.xlsx"), "no workbook");
    Cli ran = Cli.run("import-dossier", file.toString(), directory.resolve("new").toString());
    assertThat(ran.code()).isEqualTo(12);
    assertThat(ran.err()).contains("PLB-9510", "not what its name says");
    assertThat(directory.resolve("new")).doesNotExist();
    Cli other = Cli.run("import-dossier", LOCK.resolve("ics.yaml"), LOCK, "--edition", "2.1.1");
    assertThat(other.code()).isEqualTo(12);
    assertThat(other.err()).contains("PLB-9544");
  }
}
