package dev.plumbline.checks.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.judging.check.Check.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorstTest {
  private static final Outcome HOLDS = of(new Finding.Holds("It holds."));

  private static Outcome of(Finding finding) {
    return new Outcome(finding, List.of(), List.of());
  }

  @Test
  void anErrorIsNeverCoveredByWhatHolds() {
    Finding error = new Finding.Errored("It broke.");
    assertThat(Worst.of(List.of(HOLDS, of(error))).finding()).isEqualTo(error);
  }

  @Test
  void aRefutationStandsBesideAGap() {
    Finding gap = new Finding.Undetermined("Nobody looked.");
    Finding violated = new Finding.Violated("It fails.", "Mend it.");
    assertThat(Worst.of(List.of(of(gap), HOLDS, of(violated))).finding()).isEqualTo(violated);
  }
}
