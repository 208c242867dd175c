package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.check.Checks;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every unit that a check or a whole rule decides is closed or open. */
class QuestionsOfChecksTest {
  @ParameterizedTest
  @EnumSource(EditionId.class)
  void everyUnitThatAMachineDecidesIsClosedOrOpen(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Set<UnitId> decided = new HashSet<>(Checks.load().decided(edition));
    catalogue.rules().values().stream()
        .filter(r -> r.whole() && r.holds().isPresent())
        .forEach(r -> decided.add(r.unit()));

    assertThat(catalogue.questions().keySet()).containsAll(decided);
  }
}
