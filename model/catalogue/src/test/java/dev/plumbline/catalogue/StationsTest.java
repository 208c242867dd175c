package dev.plumbline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.guidance.Guidance;
import dev.plumbline.core.UnitId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StationsTest {
  private static final Stations STATIONS = Stations.load();

  private static TestUnit unit(EditionId edition, String id) {
    return CatalogueLoader.load(edition).unit(new UnitId(id)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "5.1-1-1a, desk",
    "5.1-1-2a, factory-default",
    "5.1-3-2a, device",
    "5.2-1-2a, pages",
    "5.3-2-2a, update",
    "5.3-13-2a, pages",
    "5.5-1-2a, device",
    "5.6-3-2a, opened",
    "5.8-1-2a, traffic",
    "5.9-1-2a, outage",
    "5.11-1-2a, deletion",
    "5.12-1-2a, factory-default"
  })
  void aUnitStandsWhereItsStateIsSetUp(String unit, String station) {
    assertThat(STATIONS.of(unit(EditionId.named("2.1.1"), unit)).id()).isEqualTo(station);
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyUnitHasItsTexts(EditionId edition) {
    Guidance guidance = new Guidance();
    assertThat(CatalogueLoader.load(edition).units().values())
        .allSatisfy(
            u -> {
              assertThat(STATIONS.of(u).prepare()).isNotBlank();
              assertThat(guidance.unit(edition, u.id())).as("%s", u.id()).isPresent();
            });
  }

  /** A beginning that begins nothing is a slip of the pen. */
  @Test
  void everyBeginningIsUsed() {
    Set<String> ids = new TreeSet<>();
    for (EditionId edition : EditionId.all()) {
      CatalogueLoader.load(edition).units().values().stream()
          .filter(u -> u.kind() == Kind.FUNCTIONAL)
          .forEach(u -> ids.add(u.id().value()));
    }
    assertThat(
            Stream.concat(
                    STATIONS.all().stream().flatMap(s -> s.units().stream()),
                    STATIONS.samples().stream().flatMap(s -> s.units().stream()))
                .filter(b -> ids.stream().noneMatch(id -> id.startsWith(b))))
        .isEmpty();
  }
}
