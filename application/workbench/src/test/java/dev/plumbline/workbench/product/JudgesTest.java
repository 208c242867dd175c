package dev.plumbline.workbench.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.app.portfolio.Results;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
  private static final Path TAG = Path.of("../../examples/sensor-tag");

  /** A run that is stopped judges on the thread that is stopped. */
  @Test
  void whatWasFoundWhileTheThreadWasStoppedIsNotTaken() throws Exception {
    try (ResultIndex index = ResultIndex.inMemory()) {
      Judges judges = new Judges(new Results(index, PolicyChoice.USUAL), 1);
      List<Outcome> found = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  judges.lent(
                      judge -> {
                        Thread.currentThread().interrupt();
                        found.add(judge.judge(TAG, DAY));
                        return found.getFirst();
                      }))
          .isInstanceOf(InterruptedException.class);
      assertThat(found).as("why").hasOnlyElementsOfType(Outcome.Unusable.class);
      assertThat(judges.judge(TAG, DAY, Optional.empty()))
          .as("the same judge is free for the next")
          .isInstanceOf(Outcome.Judged.class);
    }
  }
}
