package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.UnitId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProofsTest {
  @Test
  void givesWhatWasShownOfAUnit() {
    Proofs.Proof proof =
        Proofs.load().of(EditionId.named("3.1.3"), new UnitId("5.1-1-2a")).orElseThrow();
    assertThat(proof.without()).isEqualTo("SEARCHED");
    assertThat(proof.with()).isEqualTo("FAIL");
    assertThat(proof.mute()).isEqualTo("INCONCLUSIVE");
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyUnitThatAProbeDecidesIsProven(EditionId edition) {
    Proofs proofs = Proofs.load();
    List<UnitCoverage> decided =
        UnitCoverage.of(CatalogueLoader.load(edition)).stream()
            .filter(u -> u.by() == DecidedBy.PROBE)
            .toList();
    assertThat(decided).isNotEmpty();
    assertThat(decided)
        .allSatisfy(
            u -> {
              // That check reads the declaration and a file of the evidence, and no observation.
              assertThat(u.means().isEmpty()).isEqualTo(u.with().equals("ReviewsCoverTheirScope"));
              assertThat(proofs.of(edition, u.unit().id())).as("%s", u.unit().id()).isPresent();
            });
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyUnitThatARuleDecidesIsProvenBothWaysAndWhereNothingIsDeclared(EditionId edition) {
    Proofs proofs = Proofs.load();
    assertThat(UnitCoverage.of(CatalogueLoader.load(edition)))
        .filteredOn(u -> u.by() == DecidedBy.RULE && u.unit().reuses().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            u -> {
              Proofs.Proof proof = proofs.of(edition, u.unit().id()).orElseThrow();
              assertThat(proof.without()).as("%s", u.unit().id()).isIn("PASS", "SEARCHED");
              assertThat(List.of(proof.with(), proof.mute()))
                  .as("%s", u.unit().id())
                  .containsExactly("FAIL", "INCONCLUSIVE");
            });
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyUnitSaysWhoDecidesIt(EditionId edition) {
    assertThat(UnitCoverage.of(CatalogueLoader.load(edition)))
        .allSatisfy(
            u -> assertThat(u.word()).isIn("PROBE", "RULE", "ASSESSOR_WITH_EVIDENCE", "ASSESSOR"));
  }
}
