package dev.plumbline.judging.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.guidance.HelpfulFact;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Observation.Source;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatheredFactsTest {
  private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

  private static Observation seen(String key, String subject, Map<String, Object> value, int day) {
    return new Observation(
        key,
        subject,
        Outcome.SEEN,
        value,
        Map.of(),
        "",
        new Source("p", "1", "1.0.0", "u", "initialized", "r" + day, DAY.plusSeconds(day)),
        Optional.empty());
  }

  private static Observation unread(String url, String purpose, int day) {
    Observation seen = seen("page.fetched", url, Map.of(), day);
    return new Observation(
        seen.key(),
        url,
        Outcome.UNDETERMINED,
        Map.of(),
        Map.of("purpose", purpose),
        "nobody answered",
        seen.source(),
        Optional.empty());
  }

  private static List<HelpfulFact> helpful(String... keys) {
    return Arrays.stream(keys).map(k -> new HelpfulFact(k, "")).toList();
  }

  private static Observation silent(String key, String subject) {
    return new Observation(
        key,
        subject,
        Outcome.UNDETERMINED,
        Map.of(),
        Map.of(),
        "Not tested; needed: a driver.yaml",
        new Source("p", "1", "1.0.0", "u", "initialized", "r", DAY),
        Optional.empty());
  }

  private static IxitEntry row(String id) {
    return new IxitEntry("26-UserDec", id, Map.of(), Place.of("ixit/26-UserDec.yaml"));
  }

  @Test
  void whatWasSeenOfAnotherRowIsLeftOut() {
    List<Observation> all =
        List.of(
            seen("setup.decision", "26-UserDec/UserDec-1", Map.of("asked", true), 1),
            seen("setup.decision", "26-UserDec/UserDec-2", Map.of("asked", false), 1),
            seen("setup.walk", "DUT", Map.of("met", 1L), 1));
    assertThat(
            GatheredFacts.lines(
                Optional.of(row("UserDec-2")), helpful("setup.walk", "setup.decision"), all))
        .containsExactly(
            "setup.decision of 26-UserDec/UserDec-2: asked: false", "setup.walk of DUT: met: 1");
  }

  @Test
  void theNewestOfEachFactIsALine() {
    List<String> lines =
        GatheredFacts.lines(
            Optional.empty(),
            helpful("data.created"),
            List.of(
                seen("data.created", "DUT", Map.of("b", 2L, "a", "new"), 2),
                seen("data.created", "DUT", Map.of("a", "old"), 1),
                seen("other.key", "DUT", Map.of(), 1)));
    assertThat(lines).containsExactly("data.created of DUT: a: new, b: 2");
  }

  @Test
  void aMeansThatWasMissingIsTold() {
    assertThat(
            GatheredFacts.lines(
                Optional.empty(), helpful("data.created"), List.of(silent("data.created", "DUT"))))
        .containsExactly("data.created of DUT: no answer: Not tested; needed: a driver.yaml");
  }

  @Test
  void onlyThePageThatTheUnitIsAboutHelpsAndItsLastAnswerCounts() {
    String all = "https://a.example/all";
    List<Observation> pages =
        List.of(
            seen("page.fetched", "https://a.example/p", Map.of("purpose", "personalDataUrl"), 1),
            seen("page.fetched", all, Map.of("purpose", "setupUrl, sensorsUrl"), 1),
            unread(all, "setupUrl, sensorsUrl", 2));
    assertThat(
            GatheredFacts.lines(
                Optional.empty(), List.of(new HelpfulFact("page.fetched", "sensorsUrl")), pages))
        .singleElement()
        .asString()
        .contains(all, "no answer");
  }
}
