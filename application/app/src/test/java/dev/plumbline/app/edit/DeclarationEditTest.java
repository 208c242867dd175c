package dev.plumbline.app.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Edits change what they are about, and no other byte of the file. */
class DeclarationEditTest {
  private static final Path EXAMPLE = Path.of("../../examples/sound-camera");
  private static final Catalogue CATALOGUE = CatalogueLoader.load(EditionId.preset());

  private static final String ICS =
      """
      # ours
      edition: "3.1.3"
      conditions:
        "3": {holds: false, because: All of it can be updated.}   # asked twice
      features:
        a:
          present: true
          because: The owner logs in.
      answers:
        5.1-1:
          support: Y   # settled
          detail: >-
            Passwords are
            drawn.
        5.1-2: {support: N, detail: none}
      # the end
      """;

  private static YamlText text(String source) {
    Problems problems = new Problems();
    return YamlText.of(source, "f.yaml", problems)
        .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
  }

  private static String edited(String source, DeclarationEdit edit) {
    return edit.applied(text(source)).text();
  }

  private static DeclarationEdit answer(String id, String support, String detail) {
    return new AnswerEdit(new ProvisionId(id), Support.of(support), detail);
  }

  @Test
  void anAnswerChangesAloneAndItsCommentStays() {
    assertThat(edited(ICS, answer("5.1-1", "N/A", "Passwords are drawn.")))
        .isEqualTo(ICS.replace("support: Y ", "support: N/A "));
    assertThat(edited(ICS, answer("5.1-2", "N", "by choice")))
        .isEqualTo(ICS.replace("detail: none", "detail: by choice"));
  }

  @Test
  void anAnswerThatSaysTheSameLeavesEveryByte() {
    assertThat(edited(ICS, answer("5.1-1", "Y", "Passwords are drawn."))).isEqualTo(ICS);
    assertThat(edited(ICS, new StatementEdit("a", Optional.of(true), "The owner logs in.")))
        .isEqualTo(ICS);
    String crlf = ICS.replace("\n", "\r\n");
    assertThat(edited(crlf, answer("5.1-1", "Y", "Passwords are drawn."))).isEqualTo(crlf);
  }

  @Test
  void anAnswerThatIsTakenBackStaysAsAComment() {
    String now = edited(ICS, answer("5.1-1", "", ""));
    assertThat(text(now).at(YamlPath.of("answers", "5.1-1"))).isEmpty();
    assertThat(now).contains("  # 5.1-1:", "drawn.", "  # Taken back:");
    assertThat(
            text(edited(ICS, new StatementEdit("a", Optional.empty(), "")))
                .at(YamlPath.of("features", "a")))
        .isEmpty();
  }

  @Test
  void aNewAnswerAndStatementAreAdded() {
    assertThat(edited(ICS, answer("5.2-1", "Y", "A policy is published.")))
        .isEqualTo(
            ICS.replace(
                "detail: none}\n",
                "detail: none}\n  5.2-1:\n    support: Y\n    detail: A policy is published.\n"));
    assertThat(edited("answers:\n", answer("5.1-1", "Y", "")))
        .isEqualTo("answers:\n  5.1-1:\n    support: Y\n");
    assertThat(edited(ICS, new StatementEdit("b", Optional.of(false), "")))
        .contains("  b:\n    present: false\n");
    assertThat(edited(ICS, new StatementEdit("3", Optional.of(true), "Now.")))
        .isEqualTo(
            ICS.replace(
                "{holds: false, because: All of it can be updated.}",
                "{holds: true, because: Now.}"));
  }

  /** The form of every row of an example, sent back as it was shown. */
  @Test
  void aRowThatIsSentBackAsItWasShownLeavesEveryByte() throws IOException {
    int rows = 0;
    for (IxitTable table : CATALOGUE.tables().values()) {
      String source = Files.readString(EXAMPLE.resolve(TableFile.name(table)));
      for (String row : rows(source, table)) {
        YamlText text = text(source);
        assertThat(new RowEdit(table, row, shown(text, table, row), List.of()).applied(text).text())
            .as(table.id() + "/" + row)
            .isEqualTo(source);
        rows++;
      }
    }
    assertThat(rows).isGreaterThan(40);
  }

  private static List<String> rows(String source, IxitTable table) {
    return table.single()
        ? List.of("record")
        : ((Mapping) text(source).root())
            .mappings("entries").stream().map(m -> m.text("id").orElseThrow()).toList();
  }

  private static Map<String, String> shown(YamlText text, IxitTable table, String row) {
    Map<String, String> shown = new LinkedHashMap<>();
    table.columns().forEach(c -> shown.put(c.key(), ""));
    table.fields().forEach(c -> shown.put(c.key(), ""));
    ((Mapping) text.at(TableFile.row(text, table, row).orElseThrow()).orElseThrow())
        .fields()
        .forEach((k, f) -> CellText.of(f.value()).ifPresent(t -> shown.put(k, t)));
    return shown;
  }

  private static final String TABLE =
      """
      table: 1-AuthMech
      entries:
        - id: AuthMech-1   # the web
          description: Login.
          algorithms: [TLSv1.3, SHA-256]
          networkReachable: yes
          endpoints: [tcp/443]
          attemptsBeforeDelay: 5
        - id: AuthMech-2
          description: Shell.
          proposed: [description, kind]
          kind: user
      """;

  private static String row(String row, Map<String, String> cells, String... declared) {
    return edited(
        TABLE,
        new RowEdit(CATALOGUE.table("1-AuthMech").orElseThrow(), row, cells, List.of(declared)));
  }

  @Test
  void cellsOfEachTypeAreWrittenAsTheirType() {
    assertThat(
            row(
                "AuthMech-1",
                Map.of(
                    "description", "Login\nof the web: #1.",
                    "algorithms", "TLSv1.3\nSHA-512\nX25519",
                    "networkReachable", "false",
                    "attemptsBeforeDelay", "3",
                    "endpoints", "[]")))
        .isEqualTo(
            TABLE
                .replace(
                    "description: Login.\n",
                    "description: |-\n      Login\n      of the web: #1.\n")
                .replace("SHA-256]", "SHA-512, X25519]")
                .replace("networkReachable: yes", "networkReachable: false")
                .replace("[tcp/443]", "[]")
                .replace("Delay: 5", "Delay: 3"));
  }

  @Test
  void aCellThatIsLeftOutStaysAsAComment() {
    assertThat(row("AuthMech-1", Map.of("description", "")))
        .isEqualTo(
            TABLE.replace(
                "    description: Login.\n", "    # Left out:\n    # description: Login.\n"));
  }

  @Test
  void aProposedCellIsDeclaredByATickOrByAnotherValue() {
    assertThat(row("AuthMech-2", Map.of("description", "Shell."), "description"))
        .isEqualTo(TABLE.replace("[description, kind]", "[kind]"));
    assertThat(row("AuthMech-2", Map.of("description", "SSH."), "kind"))
        .contains("description: SSH.", "# Declared:", "# proposed: [description, kind]");
    assertThat(row("AuthMech-2", Map.of("description", "Shell."))).isEqualTo(TABLE);
  }

  @Test
  void rowsComeAtTheEndAndGoAsComments() {
    IxitTable table = CATALOGUE.table("1-AuthMech").orElseThrow();
    assertThat(
            edited(
                TABLE, new NewRow(table, "AuthMech-3", Map.of("endpoints", "tcp/22", "kind", ""))))
        .isEqualTo(TABLE + "  - id: AuthMech-3\n    endpoints: [tcp/22]\n");
    assertThatThrownBy(() -> edited(TABLE, new NewRow(table, "AuthMech-1", Map.of())))
        .hasMessageContaining("already");
    String gone = edited(TABLE, new RowRemoval(table, "AuthMech-1"));
    assertThat(text(gone).at(YamlPath.of("entries").index(0).key("id")).orElseThrow().scalars())
        .containsExactly("AuthMech-2");
    assertThat(gone).contains("# - id: AuthMech-1   # the web");
  }

  @Test
  void aNestedCellCannotBeHeldByAForm() {
    assertThat(CellText.of(text("a: [{b: c}]\n").at(YamlPath.of("a")).orElseThrow())).isEmpty();
    assertThat(CellText.of(text("a: [\"b\\nc\"]\n").at(YamlPath.of("a")).orElseThrow())).isEmpty();
    assertThat(CellText.of(text("a: []\n").at(YamlPath.of("a")).orElseThrow()))
        .contains(CellText.NONE);
  }
}
