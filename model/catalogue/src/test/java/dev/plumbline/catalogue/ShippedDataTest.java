package dev.plumbline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.core.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShippedDataTest {
  private static final EditionId OLDER = EditionId.named("2.1.1");

  @Test
  void theSixBotnetsOfTheEtsiDeckAreThere() {
    assertThat(Attacks.load())
        .extracting(Attack::name)
        .containsExactly("Mirai", "Satori", "Okiru", "OMG", "Wicked", "Miori");
  }

  @Test
  void everyAttackSaysWhereItIsFromAndHowItCameIn() {
    assertThat(Attacks.load())
        .allMatch(a -> !a.sources().isEmpty())
        .allMatch(a -> a.vectors().stream().allMatch(v -> !v.provisions().isEmpty()))
        .allMatch(a -> a.firstSeen().matches("20\\d\\d-\\d\\d"));
  }

  @Test
  void anAttackIsFoundByItsId() {
    assertThat(Attacks.find("mirai")).get().extracting(Attack::name).isEqualTo("Mirai");
    assertThat(Attacks.find("../mirai")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4-1-1a,5.0-1-1a", "5.3-6-1a,5.3-6A-1a", "5.4-1-1b,5.4-1-1b", "5.3-15-2d,5.3-15B-2a"})
  void aUnitThatStayedTheSameHasASuccessor(String older, String newer) {
    assertThat(Editions.successor(OLDER, new UnitId(older)))
        .contains(new Editions.Successor(EditionId.named("3.1.3"), new UnitId(newer)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.1-1-1a", "5.3-6-1c", "9-9-9z"})
  void aUnitThatChangedOrWentAwayHasNone(String older) {
    assertThat(Editions.successor(OLDER, new UnitId(older))).isEmpty();
  }

  @Test
  void successorsAreExactlyTheUnitsMarkedSame() {
    long same =
        CatalogueLoader.load(OLDER).units().keySet().stream()
            .filter(u -> Editions.successor(OLDER, u).isPresent())
            .count();
    assertThat(same).isEqualTo(152);
  }

  @ParameterizedTest
  @CsvSource({
    "none,true,false",
    "None.,true,false",
    "N/A,true,false",
    "'  ',true,false",
    "tbd,false,true",
    "?,false,true",
    "nonexistent,false,false",
    "no login,false,false"
  })
  void wordsThatSayNothingAreTold(String text, boolean nothing, boolean open) {
    Words words = Words.load();
    assertThat(words.isNothing(text)).isEqualTo(nothing);
    assertThat(words.isOpen(text)).isEqualTo(open);
  }
}
