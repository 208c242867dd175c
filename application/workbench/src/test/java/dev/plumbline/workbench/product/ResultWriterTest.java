package dev.plumbline.workbench.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.app.portfolio.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ResultWriterTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 2);
  private static final Path TAG = Path.of("../../examples/sensor-tag");

  /** Both are given within half a minute; the first is of a state that is gone. */
  @Test
  void ofResultsThatCanWaitTheLastIsStoredAtTheEnd() throws IOException {
    try (ResultIndex index = ResultIndex.inMemory()) {
      Results results = new Results(index, PolicyChoice.USUAL);
      Outcome outcome = results.judge().judge(TAG, DAY);
      Results.State gone = results.state(TAG, DAY.minusDays(1));
      Results.State now = results.state(TAG, DAY);
      ResultWriter writer = new ResultWriter(results);
      writer.writeLater(TAG, gone, outcome);
      writer.writeLater(TAG, now, outcome);
      assertThat(results.find(TAG, DAY)).as("while it waits").isEmpty();
      writer.close();
      assertThat(results.find(TAG, DAY)).isPresent();
      assertThat(results.find(TAG, DAY.minusDays(1))).isEmpty();
    }
  }
}
