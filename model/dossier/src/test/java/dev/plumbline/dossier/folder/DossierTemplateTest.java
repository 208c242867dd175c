package dev.plumbline.dossier.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.DossierOutline;
import dev.plumbline.dossier.DossierOutline.ColumnOutline;
import dev.plumbline.dossier.DossierOutline.LabelOutline;
import dev.plumbline.dossier.DossierOutline.ProvisionOutline;
import dev.plumbline.dossier.DossierOutline.TableOutline;
import dev.plumbline.dossier.file.DossierFormat;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierTemplateTest {
  private static final DossierOutline OUTLINE =
      new DossierOutline(
          "3.1.3",
          List.of(new LabelOutline("5", "passwords are used")),
          List.of(new LabelOutline("a", "has: a camera # really\nand more")),
          List.of(new ProvisionOutline("5.1-1", "M C (5)", "No default passwords. ".repeat(10))),
          List.of(
              new TableOutline(
                  "1-AuthMech",
                  "Authentication Mechanisms",
                  "Every login.",
                  false,
                  List.of(
                      new ColumnOutline("id", "Label.", List.of()),
                      new ColumnOutline("factor", "Kind.", List.of("password", "token")))),
              new TableOutline(
                  "4-Conf",
                  "Confirmations",
                  "What is confirmed.",
                  true,
                  List.of(new ColumnOutline("description", "All of it.", List.of())))),
          List.of(new ColumnOutline("firstSupplied", "Written like 2031-12-31.", List.of())));

  @TempDir private Path directory;

  @Test
  void aNewDossierOpensWithoutErrorAndAllowsNothing() throws IOException {
    DossierTemplate.create(directory, OUTLINE);
    Problems problems = new Problems();
    Dossier dossier = DossierFolder.at(directory).open(problems).orElseThrow();

    assertThat(problems.sorted())
        .isNotEmpty()
        .allMatch(p -> p.severity() == Severity.WARNING && p.id().equals("PLB-2003"));
    assertThat(dossier.product().targets()).isEmpty();
    assertThat(dossier.ics().answers()).isEmpty();
    assertThat(dossier.ixit().has("1-AuthMech")).isTrue();
    assertThat(dossier.ixit().entries("1-AuthMech")).isEmpty();
  }

  @Test
  void eachQuestionStandsWhereItsAnswerGoes() throws IOException {
    List<String> files = DossierTemplate.create(directory.resolve("deep/new"), OUTLINE);
    assertThat(files)
        .contains("README.md", ".gitattributes", "ics.yaml", "ixit/4-Conf.yaml")
        .allMatch(f -> Files.isRegularFile(directory.resolve("deep/new").resolve(f)));
    assertThat(directory.resolve("deep/new/ixit/1-AuthMech.yaml"))
        .hasContent(
            """
            # yaml-language-server: $schema=../schemas/3.1.3/1-AuthMech.schema.json
            ## IXIT 1-AuthMech: Authentication Mechanisms. Every login.
            table: 1-AuthMech

            ## One entry each. Remove the '#' of what you fill in; copy for the next.
            entries:
              # - id: AuthMech-1

                ## Kind. One of: password; token.
              #   factor:
            """);
  }

  @Test
  void uncommentedLinesAreRead() throws IOException {
    DossierTemplate.create(directory, OUTLINE);
    for (String file : List.of("ics.yaml", "ixit/1-AuthMech.yaml", "ixit/4-Conf.yaml")) {
      String text = Files.readString(directory.resolve(file));
      Files.writeString(
          directory.resolve(file),
          text.replaceAll("(?m)^  # (.*[:-].*)$", "  $1")
              .replace("support:", "support: Y")
              .replace("holds:", "holds: true")
              .replace("present:", "present: false"));
    }
    Problems problems = new Problems();
    Dossier dossier = DossierFolder.at(directory).open(problems).orElseThrow();

    assertThat(problems.sorted()).allMatch(p -> p.id().equals("PLB-2003"));
    assertThat(dossier.ics().answers()).hasSize(1);
    assertThat(dossier.ics().conditions()).containsKey("5");
    assertThat(dossier.ics().features()).containsKey("a");
    assertThat(dossier.ixit().entry("1-AuthMech/AuthMech-1").orElseThrow().cells())
        .containsKey("factor");
    assertThat(dossier.ixit().record("4-Conf").orElseThrow().cells()).containsKey("description");
  }

  @Test
  void aNewDossierIsInPlainForm() throws IOException {
    DossierTemplate.create(directory, OUTLINE);
    Problems problems = new Problems();
    DossierFolder folder = DossierFolder.at(directory);
    assertThat(folder.yamlFiles(problems)).hasSize(7);
    for (String file : folder.yamlFiles(problems)) {
      String text = folder.text(file, problems).orElseThrow();
      assertThat(DossierFormat.format(text, file, "3.1.3", problems)).contains(text);
    }
  }

  @Test
  void filesOfCommentsAloneCountAsAbsentAndStayAsTheyAre() throws IOException {
    DossierTemplate.create(directory, OUTLINE);
    Problems problems = new Problems();
    DossierFolder folder = DossierFolder.at(directory);
    for (String file : List.of(DossierFolder.DRIVER, DossierFolder.SUPPLY)) {
      assertThat(folder.optional(file, problems)).as(file).isEmpty();
      String untidy = "\uFEFF# one  \r\n\r\n  # two";
      assertThat(DossierFormat.format(untidy, file, "3.1.3", problems).orElseThrow())
          .startsWith("# yaml-language-server: $schema=schemas/3.1.3/")
          .endsWith("\n# one\n\n  # two\n");
    }
    Files.writeString(directory.resolve(DossierFolder.SUPPLY), "# one\nbatch: 1\n");
    assertThat(folder.optional(DossierFolder.SUPPLY, problems)).isPresent();
    assertThat(folder.optional("absent.yaml", problems)).isEmpty();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aDirectoryThatIsNotEmptyIsLeftAlone() throws IOException {
    Files.writeString(directory.resolve("mine"), "x");
    assertThatThrownBy(() -> DossierTemplate.create(directory, OUTLINE))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("not empty");
    assertThat(directory.toFile().list()).containsExactly("mine");
    assertThatThrownBy(() -> DossierTemplate.create(directory.resolve("mine"), OUTLINE))
        .isInstanceOf(FileSystemException.class);
  }
}
