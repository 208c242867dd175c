package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final Scripted.LoginsAreGuarded CHECK =
      new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.undetermined("not run"));

  @Test
  void aCheckIsFoundByUnitAndEdition() {
    Checks checks = Checks.of(List.of(CHECK));

    assertThat(checks.check(new UnitId(World.LOGIN), EditionId.V3_1_3)).containsSame(CHECK);
    assertThat(checks.check(new UnitId(World.LOGIN), EditionId.V2_1_1)).isEmpty();
    assertThat(checks.decided(EditionId.V3_1_3)).containsExactly(new UnitId(World.LOGIN));
  }

  @Test
  void twoChecksForOneUnitAreRefused() {
    assertThatThrownBy(() -> Checks.of(List.of(CHECK, CHECK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Two checks decide " + World.LOGIN);
  }

  @Test
  void aCheckBoundToNothingIsRefused() {
    Check loose =
        new Check() {
          @Override
          public List<String> needs() {
            return List.of();
          }

          @Override
          public Outcome judge(TestItem item, Facts facts) {
            return Outcome.undetermined("never asked");
          }
        };

    assertThatThrownBy(() -> Checks.of(List.of(loose)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("@Decides");
  }

  @Test
  void aCheckThatReadsTlsReadsThePolicyUnlessItSaysElse() {
    assertThat(CHECK.readsPolicy()).isFalse();
    assertThat(
            new Scripted.TrafficIsAsDeclared((i, f) -> Check.Outcome.undetermined(""))
                .readsPolicy())
        .isTrue();
  }
}
