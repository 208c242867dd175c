package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
  private final Problems problems = new Problems();

  private Optional<YamlNode> read(String text) {
    return YamlReader.read(text, "f.yaml", problems);
  }

  private Problem only() {
    assertThat(problems.sorted()).hasSize(1);
    return problems.sorted().getFirst();
  }

  private void refusedWith(String text, String id, int line, int column) {
    Optional<YamlNode> node = read(text);
    assertThat(node).isEmpty();
    assertThat(only().id()).isEqualTo(id);
    assertThat(only().severity()).isEqualTo(Severity.ERROR);
    assertThat(only().place()).isEqualTo(new Place("f.yaml", line, column));
  }

  @Test
  void valuesKeepTheirPlaceAndTheirText() {
    Mapping root = (Mapping) read("a: 3.10\nb:\n  - Y\n  - 'no'\n").orElseThrow();

    assertThat(problems.sorted()).isEmpty();
    assertThat(root.text("a")).contains("3.10");
    assertThat(root.texts("b")).containsExactly("Y", "no");
    assertThat(root.get("b").orElseThrow().place()).isEqualTo(new Place("f.yaml", 3, 3));
    assertThat(root.plain()).isEqualTo(Map.of("a", "3.10", "b", List.of("Y", "no")));
  }

  @Test
  void plainWordsBecomeFlagsAndNumbersOnlyWithoutQuotes() {
    Mapping root = (Mapping) read("{a: yes, b: 'yes', c: 12, d: '12', e: }").orElseThrow();

    assertThat(root.plain()).isEqualTo(Map.of("a", true, "b", "yes", "c", 12L, "d", "12", "e", ""));
  }

  @Test
  void brokenYamlIsToldWithItsPlace() {
    refusedWith("a: 1\nb: [1, 2\nc: 3\n", "PLB-1001", 3, 2);
  }

  @Test
  void controlCharactersAreBrokenYaml() {
    assertThat(read("a: \u0007\n")).isEmpty();
    assertThat(only().id()).isEqualTo("PLB-1001");
  }

  @Test
  void aSecondDocumentIsToldAndTheFirstIsRead() {
    assertThat(read("a: 1\n---\nb: 2\n")).isPresent();
    assertThat(only().id()).isEqualTo("PLB-1001");
    assertThat(only().place().line()).isEqualTo(2);
  }

  @Test
  void aKeyThatIsAListIsRefused() {
    refusedWith("? [a, b]\n: 1\n", "PLB-1001", 1, 3);
  }

  @Test
  void aKeyTwiceIsToldAndTheFirstCounts() {
    Mapping root = (Mapping) read("a: 1\nb: 2\na: 3\n").orElseThrow();

    assertThat(only().id()).isEqualTo("PLB-1002");
    assertThat(only().place()).isEqualTo(new Place("f.yaml", 3, 1));
    assertThat(root.text("a")).contains("1");
  }

  @Test
  void anAnchorIsRefused() {
    refusedWith("a: &x [1]\nb: *x\n", "PLB-1003", 1, 4);
  }

  @Test
  void anAliasIsRefusedEvenWithoutAnchor() {
    refusedWith("b: *x\n", "PLB-1003", 1, 4);
  }

  @Test
  void aTagIsRefused() {
    refusedWith("a: !!int 3\n", "PLB-1003", 1, 4);
  }

  @Test
  void aBombOfAliasesIsRefusedAtItsFirstAnchor() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    refusedWith(bomb.toString(), "PLB-1003", 1, 5);
  }

  @Test
  void deepNestingIsRefused() {
    refusedWith("[".repeat(42) + "]".repeat(42), "PLB-1004", 1, 42);
  }

  @Test
  void aMillionOpenBracketsAreRefusedWithoutReadingOn() {
    read("[".repeat(1_000_000));
    assertThat(only().id()).isEqualTo("PLB-1004");
  }

  @Test
  void valuesWithinFortyLevelsAreRead() {
    assertThat(read("[".repeat(41) + "]".repeat(41))).isPresent();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aTextOverTheLimitIsRefused() {
    assertThat(read("a: " + "x".repeat(YamlReader.MAX_CHARS))).isEmpty();
    assertThat(only().id()).isEqualTo("PLB-1005");
  }

  @Test
  void anEmptyTextIsToldAsEmpty() {
    assertThat(read("# only a comment\n")).isEmpty();
    assertThat(only().id()).isEqualTo("PLB-1006");
  }

  @Test
  void spansCountUtf16UnitsBehindWideCharacters() {
    String text = "a: \uD83D\uDE00 x\nb: value\n";
    Mapping root = (Mapping) read(text).orElseThrow();
    Span span = root.get("b").orElseThrow().span();

    assertThat(text.substring(span.start(), span.end())).isEqualTo("value");
  }

  @Test
  void manyWideCharactersCostNoMoreThanOthers() {
    String text = "k: [" + "\uD83D\uDE00, ".repeat(100_000) + "end]\n";
    Mapping root = (Mapping) read(text).orElseThrow();

    assertThat(root.texts("k")).hasSize(100_001).last().isEqualTo("end");
  }
}
