package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owed documents, from a dossier to files. */
class OwedDocumentsTest {
  private static final String SUPPLY =
      """
      manufacturerAddress: Example Street 1, 12345 Example Town
      manufacturerContact: help@devices.example
      """;

  @TempDir private Path directory;

  private Path example(String name) throws IOException {
    return Repository.copyOfExample(name, directory.resolve(name));
  }

  private String[] written() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("papers"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toArray(String[]::new);
    }
  }

  @Test
  void theListTellsEachDocumentWithItsSources() {
    String list = Cli.run("documents", "list").ends(0).out();
    assertThat(list).contains("uk-psti-statement", "cra-technical-file", "confidence: high");
    assertThat(Cli.run("documents", "list", "--format", "json").ends(0).out())
        .contains("\"id\" : \"label-card\"");
  }

  @Test
  void aDocumentWithAllItsFactsIsCompleteAndOneWithoutIsADraft() throws IOException {
    Path camera = example("sound-camera");
    Files.writeString(camera.resolve("supply.yaml"), SUPPLY);
    Path papers = directory.resolve("papers");
    assertThat(Cli.run("documents", "write", camera, "support-period", "-o", papers).ends(0).out())
        .doesNotContain("missing");
    Cli draft =
        Cli.run("documents", "write", camera, "uk-psti-statement", "--format", "md", "-o", papers)
            .ends(11);
    assertThat(draft.out()).contains("supply.yaml, batch", "is not shown: INCONCLUSIVE");
    assertThat(written()).containsExactly("support-period.html", "uk-psti-statement.draft.md");
  }

  @Test
  void theExampleHasTheFactsForCompleteDocumentsAndEachCounts() throws IOException {
    Path camera = example("sound-camera");
    Path papers = directory.resolve("papers");
    Cli.run("documents", "write", camera, "all", "--format", "md", "-o", papers).ends(11);
    assertThat(written())
        .containsExactly(
            "cra-technical-file.md",
            "data-information.md",
            "disclosure-policy.md",
            "label-card.md",
            "red-evidence.md",
            "security-txt.draft.md",
            "support-period.md",
            "uk-psti-statement.draft.md");
    Path supply = camera.resolve("supply.yaml");
    Files.writeString(
        supply, Files.readString(supply).replaceAll("(?m)^manufacturerAddress:.*\\R", ""));
    assertThat(Cli.run("documents", "write", camera, "label-card", "-o", papers).ends(11).out())
        .contains("missing: Address → supply.yaml, manufacturerAddress");
    assertThat(written()).contains("label-card.draft.html");
  }

  @Test
  void theManualShowsADocumentOfTheExample() throws IOException {
    Path papers = directory.resolve("papers");
    Cli.run(
            "documents",
            "write",
            example("sound-camera"),
            "support-period",
            "--format",
            "md",
            "-o",
            papers)
        .ends(0);
    String quoted =
        Files.readString(papers.resolve("support-period.md"))
            .lines()
            .map(l -> "> ".concat(l).strip())
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Repository.at("docs/owed-documents.md"))).contains(quoted);
  }

  @Test
  void everyDocumentCanBeWrittenForTheOlderEditionToo() throws IOException {
    Path tag = example("sensor-tag-2.1.1");
    Path papers = directory.resolve("papers");
    Cli.run("documents", "write", tag, "all", "--format", "docx", "-o", papers).ends(11);
    assertThat(written()).hasSize(8).allMatch(f -> f.endsWith(".draft.docx"));
  }

  @Test
  void wrongWordsAndWrongFactsAreTold() throws IOException {
    Path camera = example("sound-camera");
    Cli.run("documents", "write", camera, "nothing").ends(2).complainsInWords();
    Cli.run("documents", "write", camera, "label-card", "--format", "pdf")
        .ends(2)
        .complainsInWords();
    Files.writeString(camera.resolve("supply.yaml"), "firstSupplied: soon\n");
    assertThat(Cli.run("check", camera).ends(12).out()).contains("PLB-2601", "supply.yaml:1");
    Cli.run("documents", "write", camera, "label-card").ends(12).complainsInWords();
  }
}
