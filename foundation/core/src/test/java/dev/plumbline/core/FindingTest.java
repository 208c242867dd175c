package dev.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void onlyHoldsPasses() {
    assertThat(new Finding.Holds("seen").verdict()).isEqualTo(Verdict.PASS);
    assertThat(new Finding.Violated("seen", "mend it").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(new Finding.Undetermined("mute").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(new Finding.Searched("seen", List.of("10 paths"), List.of()).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(new Finding.Errored("defect").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(new Finding.NotApplicable("absent").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void everyFindingSaysWhy() {
    assertThatThrownBy(() -> new Finding.Holds(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Finding.Undetermined(""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Finding.Violated("", "mend it"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Finding.Searched("", List.of("10 paths"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Finding.NotApplicable(""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Finding.Errored("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsWrongComesWithARemedy() {
    assertThatThrownBy(() -> new Finding.Violated("port 23 is open", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
