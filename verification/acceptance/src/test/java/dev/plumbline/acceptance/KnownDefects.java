package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;

/** Defects that are listed until they are mended: a ratchet, not an excuse. */
final class KnownDefects {
  private KnownDefects() {}

  /**
   * Runs the assertions of a test. Where the list names the defect they have to fail, so that a
   * mended defect leaves the list.
   */
  static void unless(String id, Runnable assertions) throws IOException {
    boolean known =
        Files.readAllLines(Repository.at("verification/acceptance/expected/known-defects.txt"))
            .stream()
            .anyMatch(l -> l.startsWith(id + ":"));
    if (known) {
      assertThatThrownBy(assertions::run)
          .as("%s is mended: take it out of verification/acceptance/expected/known-defects.txt", id)
          .isInstanceOf(AssertionError.class);
    } else {
      assertions.run();
    }
  }
}
