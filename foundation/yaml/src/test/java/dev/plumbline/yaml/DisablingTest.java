package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Problems;
import org.junit.jupiter.api.Test;

class DisablingTest {
  private static final String TEXT =
      """
      # at the top
      entries:
        - id: A
          # above the text
          text: >-
            one
            two
          flag: true # beside
        - id: B
      flow: {a: 1, b: [x, y], c: z}
      """;

  private static YamlText text() {
    return YamlText.of(TEXT, "t.yaml", new Problems()).orElseThrow();
  }

  @Test
  void aFieldBecomesACommentWithAllItsLines() {
    YamlText edited = text().disable(YamlPath.of("entries").index(0).key("text"), "Gone:");
    assertThat(edited.text())
        .isEqualTo(
            TEXT.replace(
                "    text: >-\n      one\n      two\n",
                "    # Gone:\n    # text: >-\n    #   one\n    #   two\n"));
  }

  @Test
  void anItemBecomesACommentAndTheOthersKeepTheirs() {
    YamlText edited = text().disable(YamlPath.of("entries").index(0), "Gone:");
    assertThat(edited.text())
        .contains("# at the top", "# above the text", "# beside", "  # - id: A\n", "  - id: B\n");
    assertThat(edited.at(YamlPath.of("entries").index(0).key("id")))
        .hasValueSatisfying(n -> assertThat(n.plain()).isEqualTo("B"));
  }

  @Test
  void theLastItemLeavesNothingBehind() {
    YamlText once = text().disable(YamlPath.of("entries").index(1), "Gone:");
    YamlText twice = once.disable(YamlPath.of("entries").index(0), "Gone:");
    assertThat(twice.at(YamlPath.of("entries")))
        .hasValueSatisfying(n -> assertThat(n.plain()).isEqualTo(""));
  }

  @Test
  void withinBracketsAFieldIsLeftOut() {
    assertThat(text().disable(YamlPath.of("flow", "b"), "Gone:").text())
        .contains("flow: {a: 1, c: z}\n");
  }

  @Test
  void aFieldThatSharesItsLineWithTheDashCannotBeAComment() {
    assertThatThrownBy(() -> text().disable(YamlPath.of("entries").index(0).key("id"), "Gone:"))
        .isInstanceOf(YamlEditException.class);
  }

  @Test
  void aKeyIsRenamedInItsPlace() {
    assertThat(text().rename(YamlPath.of("entries").index(0).key("flag"), "mark").text())
        .isEqualTo(TEXT.replace("flag:", "mark:"));
    assertThat(text().rename(YamlPath.of("flow", "c"), "d").text())
        .isEqualTo(TEXT.replace("c: z", "d: z"));
    assertThatThrownBy(() -> text().rename(YamlPath.of("flow", "c"), "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text().rename(YamlPath.of("flow", "none"), "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
