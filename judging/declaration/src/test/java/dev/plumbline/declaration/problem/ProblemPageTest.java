package dev.plumbline.declaration.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.declaration.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemPageTest {
  private static final Path DOCS = Path.of("../../docs");

  @Test
  void areThoseInTheDocs() throws IOException {
    for (Map.Entry<String, String> page : ProblemPage.pages().entrySet()) {
      Golden.holds(DOCS.resolve(page.getKey()), page.getValue());
    }
  }

  @Test
  void noOtherPageIsBesideThem() throws IOException {
    try (Stream<Path> there = Files.list(DOCS.resolve("problems"))) {
      assertThat(there.map(f -> "problems/" + f.getFileName()))
          .isSubsetOf(ProblemPage.pages().keySet());
    }
  }

  @Test
  void haveEachKindOnceAndInTheIndex() {
    String index = ProblemPage.pages().getOrDefault("problems.md", "");
    String all = String.join("\n", ProblemPage.pages().values());
    assertThat(ProblemKinds.all())
        .allSatisfy(k -> assertThat(index).containsOnlyOnce("| [" + k.id() + "]("))
        .allSatisfy(k -> assertThat(all).containsOnlyOnce("## " + k.id() + ": "));
  }
}
