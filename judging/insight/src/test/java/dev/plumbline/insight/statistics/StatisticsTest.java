package dev.plumbline.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.insight.statistics.ProductSample.ProvisionSample;
import dev.plumbline.judging.Conclusion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final ProvisionId ID = new ProvisionId("5.6-4");

  private final List<ProductSample> products = new ArrayList<>();

  @Test
  void fewMakersAreToldNothingOfHoweverManyProductsTheyHave() {
    for (int i = 0; i < 100; i++) {
      add("maker " + i % 4, ProvisionOutcome.PASS);
    }
    EditionStatistics edition = told(5).editions().getFirst();
    assertThat(edition.atLeast()).isZero();
    assertThat(edition.provisions()).isEmpty();
  }

  @Test
  void exactlyAsManyMakersAsAreNeededAreTold() {
    makers(5, ProvisionOutcome.PASS);
    assertThat(told(5).editions().getFirst().atLeast()).isEqualTo(5);
    assertThat(told(6).editions().getFirst().provisions()).isEmpty();
  }

  @Test
  void fewerMakersThanFiveAreRefused() {
    assertThatThrownBy(() -> told(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not anonymous");
  }

  @Test
  void anAnswerOfTooFewMakersIsKeptBackAndSoIsWhatWouldGiveItAway() {
    makers(60, ProvisionOutcome.PASS);
    makers(30, ProvisionOutcome.FAIL);
    makers(6, ProvisionOutcome.INCONCLUSIVE);
    makers(2, ProvisionOutcome.DECLINED);
    ProvisionStatistics told = told();
    assertThat(told.answers())
        .containsEntry(ProvisionOutcome.DECLINED, Share.HIDDEN)
        .containsEntry(ProvisionOutcome.INCONCLUSIVE, Share.HIDDEN)
        .containsEntry(ProvisionOutcome.PASS, percent(60))
        .containsEntry(ProvisionOutcome.FAIL, percent(30));
  }

  @Test
  void twoSmallAnswersThatTogetherHaveTooFewMakersTakeAThirdWithThem() {
    makers(60, ProvisionOutcome.PASS);
    makers(30, ProvisionOutcome.FAIL);
    makers(2, ProvisionOutcome.INCONCLUSIVE);
    makers(2, ProvisionOutcome.DECLINED);
    ProvisionStatistics told = told();
    assertThat(told.answers())
        .containsEntry(ProvisionOutcome.FAIL, Share.HIDDEN)
        .containsEntry(ProvisionOutcome.PASS, percent(65));
  }

  @Test
  void sharesAreToldInStepsAndProductsInMultiples() {
    makers(67, ProvisionOutcome.PASS);
    makers(36, ProvisionOutcome.FAIL);
    EditionStatistics edition = told(5).editions().getFirst();
    assertThat(edition.atLeast()).isEqualTo(100);
    assertThat(edition.provisions().getFirst().answers())
        .containsEntry(ProvisionOutcome.PASS, percent(65))
        .containsEntry(ProvisionOutcome.FAIL, percent(35));
  }

  @Test
  void reasonsAreToldApartOnlyWhereTheAnswerItselfIsTold() {
    makers(10, ProvisionOutcome.PASS);
    for (int i = 0; i < 12; i++) {
      add(
          "absent " + i,
          ProvisionOutcome.NOT_APPLICABLE,
          "condition 5 does not hold",
          Optional.empty());
    }
    assertThat(told().absences()).isEqualTo(Map.of("condition 5 does not hold", percent(100)));
    products.removeIf(p -> p.maker().matches("absent ([4-9]|1.)"));
    assertThat(told().absences()).isEmpty();
  }

  @Test
  void whatStandsBehindPassesAndSearchesIsToldApart() {
    for (int i = 0; i < 10; i++) {
      add("proved " + i, ProvisionOutcome.PASS, Optional.of(Conclusion.PROVED));
      add("confirmed " + i, ProvisionOutcome.PASS, Optional.of(Conclusion.CONFIRMED));
      add("searched " + i, ProvisionOutcome.INCONCLUSIVE, Optional.of(Conclusion.SEARCHED));
    }
    assertThat(told().passes())
        .isEqualTo(Map.of(Conclusion.PROVED, percent(50), Conclusion.CONFIRMED, percent(50)));
    assertThat(told().undecided()).isEqualTo(Map.of(Conclusion.SEARCHED, percent(100)));
    add("decided", ProvisionOutcome.PASS, Optional.of(Conclusion.DECIDED));
    assertThat(told().passes()).containsEntry(Conclusion.DECIDED, Share.HIDDEN);
  }

  @Test
  void whatStandsBehindAnAnswerOfTooFewMakersIsNotToldEither() {
    makers(10, ProvisionOutcome.FAIL);
    for (int i = 0; i < 4; i++) {
      add("searched " + i, ProvisionOutcome.INCONCLUSIVE, Optional.of(Conclusion.SEARCHED));
    }
    assertThat(told().undecided()).isEmpty();
  }

  @Test
  void effortIsTheMedianOfThoseThatHaveOneIfThereAreEnough() {
    for (int i = 1; i <= 4; i++) {
      add("maker " + i, ProvisionOutcome.PASS, "", Optional.of(Duration.ofMinutes(i)));
    }
    makers(10, ProvisionOutcome.PASS);
    assertThat(told().effort()).isEmpty();
    add("maker 5", ProvisionOutcome.PASS, "", Optional.of(Duration.ofMinutes(90)));
    assertThat(told().effort()).contains(Duration.ofMinutes(3));
  }

  private static Share percent(int percent) {
    return new Share(Optional.of(percent));
  }

  private Statistics told(int k) {
    Statistics.Gathering gathering = new Statistics.Gathering();
    products.forEach(gathering::add);
    return gathering.told(k);
  }

  private ProvisionStatistics told() {
    return told(5).editions().getFirst().provisions().getFirst();
  }

  private void makers(int count, ProvisionOutcome answer) {
    for (int i = 0; i < count; i++) {
      add(answer + " " + i, answer);
    }
  }

  private void add(String maker, ProvisionOutcome answer) {
    add(maker, answer, "", Optional.empty());
  }

  private void add(String maker, ProvisionOutcome answer, Optional<Conclusion> rests) {
    add(maker, answer, rests, Optional.empty(), Optional.empty());
  }

  private void add(
      String maker, ProvisionOutcome answer, String absence, Optional<Duration> effort) {
    add(
        maker,
        answer,
        Optional.empty(),
        absence.isEmpty() ? Optional.empty() : Optional.of(absence),
        effort);
  }

  private void add(
      String maker,
      ProvisionOutcome answer,
      Optional<Conclusion> rests,
      Optional<String> why,
      Optional<Duration> effort) {
    products.add(
        new ProductSample(
            maker, "3.1.3", List.of(new ProvisionSample(ID, true, answer, rests, why, effort))));
  }
}
