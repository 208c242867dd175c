package dev.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @Test
  void numbersSortAsAReaderExpects() {
    assertThat(
            Stream.of("5.10-1-1a", "5.3-4B-1a", "5.3-4A-1a", "5.3-10-1a", "5.2-1-1a", "6-1-1a")
                .map(UnitId::new)
                .sorted()
                .map(UnitId::value))
        .containsExactly("5.2-1-1a", "5.3-4A-1a", "5.3-4B-1a", "5.3-10-1a", "5.10-1-1a", "6-1-1a");
  }

  @Test
  void zerosBeforeANumberDoNotCount() {
    assertThat(Stream.of("r-010", "r-9", "r-007", "r-0", "r-00").sorted(NumberOrder.INSTANCE))
        .containsExactly("r-0", "r-00", "r-007", "r-9", "r-010");
  }

  @Test
  void aUnitKnowsItsCaseAndProvision() {
    UnitId unit = new UnitId("5.1-2A-2a");

    assertThat(unit.caseId()).isEqualTo("5.1-2A-2");
    assertThat(unit.provision()).isEqualTo(new ProvisionId("5.1-2A"));
    assertThat(unit.provision().section()).isEqualTo("5.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5.1-1", "5.1-1-2", "5.1-1-2C", "x5.1-1-2a", "5.1-1-2a "})
  void whatIsNoUnitNumberIsRefused(String text) {
    assertThat(UnitId.isValid(text)).isFalse();
    assertThatThrownBy(() -> new UnitId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.1-1-2c@1-AuthMech/AuthMech-1",
        "5.5-6-1a@10-SecParam/P-1+11-SecComMech/C-2",
        "5.6-1-2a@DUT"
      })
  void itemIdsAreReadAsTheyAreWritten(String text) {
    assertThat(ItemId.parse(text)).hasToString(text);
  }

  @Test
  void anItemIdWithoutASubjectIsAboutTheDevice() {
    assertThat(ItemId.parse("5.6-1-2a").subject()).isEqualTo(ItemId.DUT);
  }

  @Test
  void provisionsHaveAFormAnOrderAndASection() {
    assertThat(ProvisionId.isValid("5.3-4A")).isTrue();
    assertThat(ProvisionId.isValid("5.3-4A-1")).isFalse();
    assertThat(new ProvisionId("5.3-4A")).hasToString("5.3-4A");
    assertThat(new ProvisionId("5.2-1")).isLessThan(new ProvisionId("5.10-1"));
    assertThat(UnitId.isValid("5.1-2A-2a")).isTrue();
  }

  @Test
  void itemsAreOrderedByUnitAndThenByEntry() {
    ItemId second = ItemId.parse("5.1-1-2c@1-AuthMech/AuthMech-2");
    assertThat(second).isLessThan(ItemId.parse("5.1-1-2c@1-AuthMech/AuthMech-10"));
    assertThat(second).isLessThan(ItemId.parse("5.1-2-2a@1-AuthMech/AuthMech-1"));
  }

  @Test
  void numbersThatDifferInLengthOrAfterThemAreOrderedByWhatFollows() {
    assertThat(NumberOrder.INSTANCE.compare("a1", "a1b")).isNegative();
    assertThat(NumberOrder.INSTANCE.compare("a1b", "a1")).isPositive();
    assertThat(NumberOrder.INSTANCE.compare("a10b2", "a10b2")).isZero();
    assertThat(NumberOrder.INSTANCE.compare("a9", "a10")).isNegative();
    assertThat(NumberOrder.INSTANCE.compare("a/", "a0")).isNegative();
  }
}
