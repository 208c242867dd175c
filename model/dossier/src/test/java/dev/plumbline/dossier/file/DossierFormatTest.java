package dev.plumbline.dossier.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.DossierOnDisk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DossierFormatTest {
  private static final String LINE =
      "# yaml-language-server: $schema=schemas/3.1.3/ics.schema.json\n";

  private final Problems problems = new Problems();

  private Optional<String> format(String text) {
    return DossierFormat.format(text, "ics.yaml", "3.1.3", problems);
  }

  @Test
  void lineEndsBlanksAndTheLastLineAreMadePlain() {
    assertThat(format("a: 1  \r\n# c\t\r\n   \r\nb: 'x'   # d \r\n\r\n\r\n"))
        .contains(LINE + "a: 1\n# c\n\nb: 'x'   # d\n");
    assertThat(format("a: 1")).contains(LINE + "a: 1\n");
    assertThat(format("\uFEFFa: 1\rb: 2\n")).contains(LINE + "a: 1\nb: 2\n");
  }

  @Test
  void blanksThatBelongToAValueStay() {
    String text = LINE + "a: |\n  x  \n\n  y\t\nb: \"one \\\n  two \\\n  end\"\nc: 1\n";
    assertThat(format(text)).contains(text);
    String kept = LINE + "a: |+\n  x\n\n\n";
    assertThat(format(kept)).contains(kept);
  }

  @Test
  void aTabInIndentationIsRefusedWithItsPlace() {
    assertThat(format("a:\n\tb: 1\n  # ok\n \t# c\n")).isEmpty();
    assertThat(DossierOnDisk.told(problems))
        .containsExactly("PLB-1070 ics.yaml:2:1", "PLB-1070 ics.yaml:4:2");
  }

  @Test
  void aTabWithinABlockIsText() {
    String text = LINE + "a: |\n  x\n  \ty\n";
    assertThat(format(text)).contains(text);
  }

  @Test
  void brokenYamlIsNotFormatted() {
    assertThat(format("a: [\n")).isEmpty();
    assertThat(problems.sorted().getFirst().id()).isEqualTo("PLB-1001");
  }

  @Test
  void theSchemaLineIsBroughtUpToDateOrLeftToItsAuthor() {
    assertThat(format(LINE.replace("3.1.3", "2.1.1") + "a: 1\n")).contains(LINE + "a: 1\n");
    String own = "# yaml-language-server: $schema=https://example.com/x.json\na: 1\n";
    assertThat(format(own)).contains(own);
  }

  @Test
  void aTableFindsItsSchemaOneFolderUp() {
    assertThat(DossierFormat.format("a: 1\n", "ixit/1-AuthMech.yaml", "3.1.3", problems))
        .contains(
            "# yaml-language-server: $schema=../schemas/3.1.3/1-AuthMech.schema.json\na: 1\n");
  }
}
