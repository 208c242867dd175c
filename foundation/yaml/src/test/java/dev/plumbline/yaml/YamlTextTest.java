package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
  private static final String SOURCE =
      """
      # head
      edition: 3.1.3   # the default

      answers:
        # section 5.1
        5.1-1:
          support: Y # settled
          detail: >-
            long
            text
        5.1-2: {support: N, detail: old}
      list:
      - id: one   # first
        x: 1

      - id: two
      flow: [a, b]
      nothing:
      # tail
      """;

  private static YamlText text(String source) {
    Problems problems = new Problems();
    return YamlText.of(source, "f.yaml", problems)
        .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
  }

  private static String set(String source, YamlPath path, Object value) {
    return text(source).set(path, value).text();
  }

  @Test
  void aScalarIsReplacedInItsPlaceAndItsCommentStays() {
    assertThat(set(SOURCE, YamlPath.of("answers", "5.1-1", "support"), "N/A"))
        .isEqualTo(SOURCE.replace("support: Y #", "support: N/A #"));
  }

  @Test
  void aScalarWithinBracesIsReplaced() {
    assertThat(set(SOURCE, YamlPath.of("answers", "5.1-2", "detail"), "a, b"))
        .isEqualTo(SOURCE.replace("detail: old", "detail: \"a, b\""));
  }

  @Test
  void aBlockGivesWayToOneLine() {
    assertThat(set(SOURCE, YamlPath.of("answers", "5.1-1", "detail"), "short"))
        .isEqualTo(SOURCE.replace(">-\n      long\n      text\n", "short\n"));
  }

  @Test
  void oneLineGivesWayToABlockAndItsCommentStaysInFront() {
    assertThat(set(SOURCE, YamlPath.of("answers", "5.1-1", "support"), "two\n\nlines"))
        .isEqualTo(
            SOURCE.replace(
                "support: Y # settled\n", "support: |- # settled\n      two\n\n      lines\n"));
  }

  @Test
  void aFieldIsAddedBehindTheLastOneAndBeforeFollowingComments() {
    assertThat(set(SOURCE, YamlPath.of("list").index(0).key("y"), "new"))
        .isEqualTo(SOURCE.replace("  x: 1\n", "  x: 1\n  y: new\n"));
  }

  @Test
  void missingMappingsAreMadeOnTheWay() {
    assertThat(set(SOURCE, YamlPath.of("answers", "5.1-3", "support"), "N"))
        .isEqualTo(SOURCE.replace("detail: old}\n", "detail: old}\n  5.1-3:\n    support: N\n"));
  }

  @Test
  void anEmptyValueIsFilled() {
    assertThat(set(SOURCE, YamlPath.of("nothing"), "no"))
        .isEqualTo(SOURCE.replace("nothing:\n", "nothing: \"no\"\n"));
    assertThat(set(SOURCE, YamlPath.of("nothing", "a", "b"), true))
        .isEqualTo(SOURCE.replace("nothing:\n", "nothing:\n  a:\n    b: true\n"));
    assertThat(text(SOURCE).add(YamlPath.of("nothing"), "x").text())
        .isEqualTo(SOURCE.replace("nothing:\n", "nothing:\n  - x\n"));
  }

  @Test
  void anItemIsAddedToABlockListInItsIndentation() {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", "three");
    item.put("x", 2);
    item.put("many", List.of("a", "b"));
    assertThat(text(SOURCE).add(YamlPath.of("list"), item).text())
        .isEqualTo(
            SOURCE.replace("- id: two\n", "- id: two\n- id: three\n  x: 2\n  many: [a, b]\n"));
  }

  @Test
  void anItemIsAddedWithinBrackets() {
    assertThat(text(SOURCE).add(YamlPath.of("flow"), "c: d").text())
        .isEqualTo(SOURCE.replace("[a, b]", "[a, b, \"c: d\"]"));
    assertThat(text("f: [a,\n  b, # last\n]\n").add(YamlPath.of("f"), "c").text())
        .isEqualTo("f: [a,\n  b, c # last\n]\n".replace("b, c", "b, c"));
  }

  @Test
  void anEmptyListBecomesABlockForMappings() {
    assertThat(text("# c\nfiles: [] # none yet\n").add(YamlPath.of("files"), Map.of("a", 1)).text())
        .isEqualTo("# c\nfiles: # none yet\n  - a: 1\n");
    assertThat(text("files: []\n").add(YamlPath.of("files"), "x").text()).isEqualTo("files: [x]\n");
  }

  @Test
  void anAbsentListIsMade() {
    assertThat(text("a: 1\n").add(YamlPath.of("files"), Map.of("b", 2)).text())
        .isEqualTo("a: 1\nfiles:\n  - b: 2\n");
  }

  @Test
  void bracesAtTheRootAreFilled() {
    assertThat(set("{}", YamlPath.of("a"), 1)).isEqualTo("{a: 1}");
    assertThat(set("{a: 1, }", YamlPath.of("b", "c"), 2)).isEqualTo("{a: 1, b: {c: 2} }");
  }

  @Test
  void carriageReturnsStayWhatTheyAre() {
    assertThat(set("a: 1\r\nb: 2\r\n", YamlPath.of("c"), "x\ny"))
        .isEqualTo("a: 1\r\nb: 2\r\nc: |-\r\n  x\r\n  y\r\n");
  }

  @Test
  void aMissingLastLineBreakIsAddedBeforeANewField() {
    assertThat(set("a: 1 # c", YamlPath.of("b"), 2)).isEqualTo("a: 1 # c\nb: 2\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          flow: [a, b]   | a;c     | flow: [a, c]
          flow: [a, b]   | a;b;c   | flow: [a, b, c]
          flow: [a, b]   | b       | flow: [b]
          flow: [a, b]   | a, x    | flow: ["a, x"]
          """)
  void aListBecomesAnotherOneAndAllElseStays(String before, String wanted, String after) {
    assertThat(text(SOURCE).setList(YamlPath.of("flow"), List.of(wanted.split(";", -1))).text())
        .isEqualTo(SOURCE.replace(before, after));
  }

  @Test
  void aBlockListShrinksAndTheCommentBehindItStays() {
    String source = "a:\n  - one\n  - two\n# tail\nb: c\n";
    assertThat(text(source).setList(YamlPath.of("a"), List.of("two")).text())
        .isEqualTo("a:\n  [two]\n# tail\nb: c\n");
    assertThatThrownBy(
            () -> text("a:\n  - one # why\n  - two\n").setList(YamlPath.of("a"), List.of("two")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("comments");
    assertThatThrownBy(() -> text(SOURCE).setList(YamlPath.of("list"), List.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsEverRemoved() {
    assertThatThrownBy(() -> set(SOURCE, YamlPath.of("answers"), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set(SOURCE, YamlPath.of("edition", "x"), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text(SOURCE).add(YamlPath.of("answers"), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set(SOURCE, YamlPath.of("list").index(7), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFormThatCannotBeEditedIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> set("{a}", YamlPath.of("a"), "x"))
        .isInstanceOfSatisfying(
            YamlEditException.class, e -> assertThat(e.place().file()).isEqualTo("f.yaml"));
  }

  @Test
  void aValueIsFoundByItsPath() {
    assertThat(text(SOURCE).at(YamlPath.of("list").index(1).key("id")).orElseThrow().scalars())
        .containsExactly("two");
    assertThat(text(SOURCE).at(YamlPath.of("list", "id"))).isEmpty();
  }

  @Test
  void aBrokenTextCannotBeEdited() {
    Problems problems = new Problems();
    assertThat(YamlText.of("a: 1\na: 2\n", "f.yaml", problems)).isEmpty();
    assertThat(problems.hasErrors()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Y|Y",
        "N/A|N/A",
        "no|\"no\"",
        "True|\"True\"",
        "3.10|\"3.10\"",
        "007|\"007\"",
        "0x1f|\"0x1f\"",
        "12:30:00|\"12:30:00\"",
        "2026-11-24|\"2026-11-24\"",
        "5.1-1|5.1-1",
        "tcp/443|tcp/443",
        "a: b|\"a: b\"",
        "a:b|a:b",
        "a #b|\"a #b\"",
        "a#b|a#b",
        "- a|\"- a\"",
        "*a|\"*a\"",
        "null|\"null\"",
        "~|\"~\"",
        "ends:|\"ends:\"",
        "[x]|\"[x]\"",
        "x, y|x, y",
        "Grüße|Grüße",
        "say \"hi\"|say \"hi\"",
        "---|\"---\"",
      })
  void aTextIsQuotedOnlyWhereAReaderCouldTakeItForSomethingElse(String value, String written) {
    String clean = written.replace("`", "");
    assertThat(set("a: 1\n", YamlPath.of("a"), value)).isEqualTo("a: " + clean + "\n");
  }
}
