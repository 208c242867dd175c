package dev.plumbline.declaration.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.declaration.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProblemPageTest {

  @Test
  void isTheOneInTheDocs() throws IOException {
    Golden.holds(Path.of("../../docs/problems.md"), ProblemPage.markdown());
  }

  @Test
  void hasEachKind() {
    String page = ProblemPage.markdown();
    assertThat(ProblemKinds.all())
        .allSatisfy(k -> assertThat(page).contains("### " + k.id() + ": "));
  }
}
