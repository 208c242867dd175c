package dev.plumbline.judging.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownVulnerabilitiesTest {
  private static Observation seen(String key, Map<String, ?> value) {
    Stored whole = CompleteFacts.of(key, value, Map.of());
    return new Observation(
        key,
        "DUT",
        Observation.Outcome.SEEN,
        whole.value(),
        whole.coverage(),
        "",
        new Observation.Source("x", "1", "1.0.0", "unit-1", "initialized", "r", Instant.EPOCH),
        Optional.empty());
  }

  private static Observation found(String state) {
    return seen(
        "software.vulnerabilities",
        Map.of(
            "known",
            List.of(
                Map.of(
                    "id", "CVE-2026-0001",
                    "component", "busybox",
                    "version", "1.35",
                    "state", state))));
  }

  private static final Observation EXPLOITED =
      seen(
          "vulnerability.known-exploited",
          Map.of("entries", List.of(Map.of("id", "CVE-2026-0001", "product", "busybox"))));

  @Test
  void anExploitedVulnerabilityIsASuggestionAndNoMore() {
    KnownVulnerabilities known = KnownVulnerabilities.of(List.of(found(""), EXPLOITED));
    assertThat(known.suggestion().orElseThrow())
        .startsWith("FAIL, unless")
        .contains("CVE-2026-0001 in busybox 1.35", "only suggested");
    assertThat(known.lines()).hasSize(2);
  }

  @Test
  void oneThatIsNotKnownToBeExploitedIsShownWithoutASuggestion() {
    KnownVulnerabilities known = KnownVulnerabilities.of(List.of(found("")));
    assertThat(known.suggestion()).isEmpty();
    assertThat(known.lines()).singleElement().asString().contains("CVE-2026-0001");
  }

  @Test
  void oneThatIsSaidNotToMatterSuggestsNothing() {
    KnownVulnerabilities known = KnownVulnerabilities.of(List.of(found("not_affected"), EXPLOITED));
    assertThat(known.suggestion()).isEmpty();
    assertThat(known.lines()).singleElement().asString().contains("knows of no vulnerability");
  }

  /** A catalogue of exploited ones alone says nothing of this software. */
  @Test
  void withoutAComparisonNothingIsSaid() {
    assertThat(KnownVulnerabilities.of(List.of(EXPLOITED)).lines())
        .singleElement()
        .asString()
        .contains("No data");
    assertThat(KnownVulnerabilities.of(List.of()).suggestion()).isEmpty();
  }
}
