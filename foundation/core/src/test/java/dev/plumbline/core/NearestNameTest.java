package dev.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "endpoints, endpoint",
    "endpoints, endpiont",
    "endpoints, endpointss",
    "endpoints, ENDPOINTS",
    "endpoints, xendpoints",
    "endpoints, endpoxnts",
    "description, descripton"
  })
  void aFewTypingErrorsAreSeenThrough(String meant, String written) {
    assertThat(NearestName.among(List.of("endpoints", "description", "id"), written))
        .contains(meant);
  }

  @Test
  void oneLetterInThreeMayBeWrongAndNoMore() {
    assertThat(NearestName.among(List.of("abcdef"), "abcdxy")).contains("abcdef");
    assertThat(NearestName.among(List.of("abcdef"), "abcxyz")).isEmpty();
    assertThat(NearestName.among(List.of("ab"), "xb")).contains("ab");
    assertThat(NearestName.among(List.of("ab"), "xy")).isEmpty();
  }

  @Test
  void neighboursThatChangedPlacesAreOneError() {
    assertThat(NearestName.among(List.of("abc"), "bac")).contains("abc");
    assertThat(NearestName.among(List.of("abc"), "acb")).contains("abc");
    assertThat(NearestName.among(List.of("abc"), "cba")).isEmpty();
  }

  @Test
  void theNearestCountsAndAmongEqualsTheFirstByLetters() {
    assertThat(NearestName.among(List.of("ports", "sports"), "sport")).contains("sports");
    assertThat(NearestName.among(List.of("cat", "bat"), "rat")).contains("bat");
  }

  @Test
  void longNamesAreNotCompared() {
    String sixty = "a".repeat(60);
    String more = "a".repeat(61);
    assertThat(NearestName.among(List.of(sixty), sixty)).contains(sixty);
    assertThat(NearestName.among(List.of(sixty), more)).isEmpty();
    assertThat(NearestName.among(List.of(more), sixty)).isEqualTo(Optional.empty());
  }
}
