package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final UnitId LOGIN = new UnitId(World.LOGIN);
  private static final Scripted.LoginsAreGuarded CHECK =
      new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.undetermined("not run"));

  @Test
  void aCheckIsFoundByTheUnitThatTheEditionGivesIt() {
    Checks checks = Checks.of(List.of(CHECK));
    Catalogue edition = new World().check(CHECK).catalogue();
    Catalogue other = new World().catalogue();

    assertThat(checks.check(LOGIN, edition)).containsSame(CHECK);
    assertThat(checks.check(LOGIN, other)).isEmpty();
    assertThat(checks.decided(edition)).containsExactly(LOGIN);
    assertThat(checks.decided(other)).isEmpty();
    assertThat(checks.units(CHECK, edition)).containsExactly(LOGIN);
    assertThat(checks.units(CHECK, other)).isEmpty();
  }

  @Test
  void twoChecksOfOneNameAreRefused() {
    assertThatThrownBy(() -> Checks.of(List.of(CHECK, CHECK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Two checks are called logins-are-guarded");
  }

  @Test
  void aCheckThatThereIsNotIsRefusedAtTheLineThatNamesIt() {
    Catalogue edition = new World().check(CHECK).catalogue();

    assertThat(Checks.of(List.of(CHECK)).complete(edition).all()).containsExactly(CHECK);
    assertThatThrownBy(() -> Checks.of(List.of()).complete(edition))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("questions.yaml")
        .hasMessageContaining("no check is called 'logins-are-guarded', as " + World.LOGIN);
  }

  @Test
  void aCheckIsCalledByTheWordsOfItsName() {
    assertThat(Checks.id(CHECK)).isEqualTo("logins-are-guarded");
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
