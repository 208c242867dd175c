package dev.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  @Test
  void aPlaceIsWrittenAsEditorsReadIt() {
    assertThat(Place.of("ics.yaml")).hasToString("ics.yaml");
    assertThat(new Place("ics.yaml", 3, 0)).hasToString("ics.yaml:3");
    assertThat(new Place("ics.yaml", 3, 7)).hasToString("ics.yaml:3:7");
  }

  @Test
  void placesStandInTheOrderOfTheFiles() {
    Place[] ordered = {
      new Place("ixit/2-UserInfo.yaml", 9, 9),
      new Place("ixit/10-SecParam.yaml", 1, 2),
      new Place("ixit/10-SecParam.yaml", 2, 1),
      new Place("ixit/10-SecParam.yaml", 2, 5)
    };
    assertThat(Stream.of(ordered[3], ordered[1], ordered[2], ordered[0]).sorted())
        .containsExactly(ordered);
  }

  @Test
  void everyProblemIsKeptWithItsWeightAndSortedByPlace() {
    Problems problems = new Problems();
    problems.warning("PLB-2", new Place("a", 2, 1), "Odd.", "Look.");
    problems.hint("PLB-3", new Place("a", 3, 1), "Could be more.", "Add.");
    assertThat(problems.hasErrors()).isFalse();

    problems.error("PLB-1", new Place("a", 1, 1), "Wrong.", "Mend.");
    assertThat(problems.hasErrors()).isTrue();
    assertThat(problems.sorted())
        .extracting(Problem::severity)
        .containsExactly(Severity.ERROR, Severity.WARNING, Severity.HINT);
    assertThat(problems.sorted().getFirst()).hasToString("a:1:1: ERROR PLB-1: Wrong. Mend.");
  }

  @Test
  void atOnePlaceTheIdAndThenTheTextDecides() {
    Place place = Place.of("a");
    Problem first = new Problem("PLB-1", Severity.ERROR, place, "b", "");
    assertThat(first).isLessThan(new Problem("PLB-2", Severity.ERROR, place, "a", ""));
    assertThat(first).isLessThan(new Problem("PLB-1", Severity.ERROR, place, "c", ""));
  }

  @Test
  void ofAFileSoManyAreKeptAndTheRestIsCountedWithItsWeight() {
    Problems problems = new Problems();
    for (int i = 1; i <= Problems.MOST_OF_A_FILE; i++) {
      problems.warning("PLB-2", new Place("a", i, 1), "Odd.", "Look.");
    }
    assertThat(problems.isFull(Place.of("a"))).isTrue();
    assertThat(problems.isFull(Place.of("b"))).isFalse();
    problems.error("PLB-1", new Place("a", 9_999, 1), "Wrong.", "Mend.");
    problems.hint("PLB-3", new Place("a", 9_999, 1), "Could be more.", "Add.");
    assertThat(problems.hasErrors()).isTrue();
    assertThat(problems.sorted()).hasSize(Problems.MOST_OF_A_FILE + 1);
    assertThat(problems.sorted().getFirst())
        .hasToString(
            "a: ERROR PLB-1007: The file has 2 more problems than the 1000 that are shown. Mend"
                + " those that are shown; then check again.");
  }
}
