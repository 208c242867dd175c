package dev.plumbline.catalogue.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.ProvisionSet.Basis;
import dev.plumbline.core.ProvisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemesTest {
  private static final SchemeCatalogue SCHEMES = Schemes.load();
  private static final Catalogue OLDER = CatalogueLoader.load(EditionId.named("2.1.1"));

  @Test
  void everyFolderIsASchemeOfTheIndex() throws IOException {
    Path root = Path.of("src/main/resources/schemes");
    try (Stream<Path> folders = Files.list(root)) {
      assertThat(SCHEMES.schemes())
          .extracting(Scheme::id)
          .containsExactlyInAnyOrderElementsOf(
              folders
                  .filter(Files::isDirectory)
                  .map(f -> String.valueOf(f.getFileName()))
                  .toList());
    }
  }

  @Test
  void everySchemeSaysWhoOwnsItWhoAssessesHowLongItHoldsAndWhatItCosts() {
    assertThat(SCHEMES.schemes())
        .allSatisfy(
            s ->
                assertThat(s.facts())
                    .as(s.id())
                    .containsKeys(
                        Topic.OWNER, Topic.STATUS, Topic.ASSESSOR, Topic.VALIDITY, Topic.FEE));
  }

  @ParameterizedTest
  @CsvSource({
    "fi-label, eighteen, 18",
    "uk-psti, four, 4",
    "au-smart-devices, four, 4",
    "sg-cls, themes-1-to-3, 13",
    "sg-cls, all-mandatory, 33",
    "sg-cls, gateway-1, 16",
    "sg-cls, gateway-2, 21",
    "de-bsi-label, mandatory, 33",
    "de-bsi-label, answered, 35"
  })
  void setsHaveAsManyProvisionsAsTheFactsSay(String scheme, String set, int count) {
    assertThat(set(scheme, set).in(OLDER)).hasSize(count).doesNotHaveDuplicates();
  }

  @Test
  void theFinnishLabelAsksForFiveRecommendations() {
    assertThat(set("fi-label", "eighteen").in(OLDER))
        .filteredOn(id -> !OLDER.provision(id).orElseThrow().mandatory())
        .containsExactlyInAnyOrder(ids("5.12-2", "5.3-11", "5.2-3", "5.6-7", "5.12-1"));
  }

  @Test
  void theBritishLawNamesFourProvisions() {
    assertThat(set("uk-psti", "four").listed())
        .containsExactly(ids("5.1-1", "5.1-2", "5.2-1", "5.3-13"));
  }

  @Test
  void inferredSetsSaySo() {
    assertThat(set("sg-cls", "themes-1-to-3").basis()).isEqualTo(Basis.INFERRED);
    assertThat(set("fi-label", "eighteen").basis()).isEqualTo(Basis.READ);
  }

  @ParameterizedTest
  @CsvSource({"eu-red, 3", "jc-star, 4", "sg-cls, 6", "sesip, 5", "kr-cic, 3", "eu-cra, 2"})
  void schemesHaveTheirLevels(String scheme, int levels) {
    assertThat(SCHEMES.scheme(scheme).orElseThrow().levels()).hasSize(levels);
  }

  @Test
  void theFourthSingaporeLevelAsksForAllBelowIt() {
    Scheme cls = SCHEMES.scheme("sg-cls").orElseThrow();
    assertThat(cls.with(cls.level("4").orElseThrow()))
        .extracting(Level::id)
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  void theSixteenCriteriaOfTheJapaneseLabelAreThere() {
    assertThat(SCHEMES.scheme("jc-star").orElseThrow().level("star-1").orElseThrow().requirements())
        .extracting(Requirement::id)
        .hasSize(16)
        .startsWith("S1.1-01")
        .endsWith("S1.1-16");
  }

  @ParameterizedTest
  @CsvSource({"18031-1, 33", "18031-2, 43", "18031-3, 37"})
  void eachPartOfTheRadioStandardHasItsRequirements(String level, int count) {
    assertThat(SCHEMES.scheme("eu-red").orElseThrow().level(level).orElseThrow().requirements())
        .hasSize(count);
  }

  @Test
  void whatIsUnknownIsWrittenAsUnknown() {
    assertThat(
            SCHEMES.schemes().stream()
                .flatMap(s -> s.facts().values().stream())
                .flatMap(List::stream)
                .filter(f -> !f.known()))
        .hasSizeGreaterThan(40);
  }

  @Test
  void recognitionRunsBothWaysBetweenSingaporeAndKorea() {
    assertThat(edges("sg-cls", "4")).contains("kr-cic basic", "fi-label label", "uk-psti law");
    assertThat(edges("kr-cic", "standard")).containsExactly("sg-cls 3");
    assertThat(edges("kr-cic", "lite")).isEmpty();
    assertThat(SCHEMES.recognition()).hasSize(11);
  }

  @Test
  void schemesAreMostlyMoreThanMediumSure() {
    Set<String> low =
        SCHEMES.schemes().stream()
            .filter(s -> s.levels().stream().anyMatch(l -> l.confidence() == Confidence.LOW))
            .map(Scheme::id)
            .collect(Collectors.toSet());
    assertThat(low).contains("vde", "dekra").hasSizeLessThan(SCHEMES.schemes().size() / 2);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-08-01, 2025-07-31, NO",
    "2025-08-01, 2025-08-01, YES",
    "2020-10, 2020-09-30, NO",
    "2020-10, 2020-10-15, UNKNOWN",
    "2020-10, 2020-10-31, YES",
    "2021, 2021-06-01, UNKNOWN",
    "2021, 2022-01-01, YES",
    "unknown, 2026-11-24, UNKNOWN"
  })
  void aDateKnownInPartIsSureOnlyAtItsEnd(String date, LocalDate day, PartialDate.Reached reached) {
    assertThat(new PartialDate(date).on(day)).isEqualTo(reached);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "2020-13", "20x0"})
  void whatIsNoDateIsRefused(String text) {
    assertThatThrownBy(() -> new PartialDate(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> edges(String scheme, String level) {
    Scheme held = SCHEMES.scheme(scheme).orElseThrow();
    return SCHEMES.from(held, held.level(level).orElseThrow()).stream()
        .map(e -> e.toScheme() + " " + e.toLevel())
        .toList();
  }

  private static ProvisionSet set(String scheme, String set) {
    return SCHEMES.scheme(scheme).flatMap(s -> s.set(set)).orElseThrow();
  }

  private static ProvisionId[] ids(String... ids) {
    return List.of(ids).stream().map(ProvisionId::new).toArray(ProvisionId[]::new);
  }
}
