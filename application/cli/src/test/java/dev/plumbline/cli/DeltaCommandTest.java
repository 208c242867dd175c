package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeltaCommandTest {
  private static final String DECIDED = "5.6-3-1a@15-PhyIntf/PhyIntf-2";

  @TempDir private Path directory;
  private Path lock;

  @BeforeEach
  void copyTheLock() throws IOException {
    lock = Copies.of("smart-lock", directory.resolve("lock"));
  }

  @Test
  void whereNothingWasTestedNothingIsToBeTestedAgain() {
    assertThat(Ran.of("delta", lock.toString()).out()).contains("Nothing has to be tested again");
  }

  @Test
  void aDecisionOnARowThatChangedIsToBeMadeAgainAndNoOther() throws IOException {
    Ran decided =
        Ran.of(
            "decide",
            lock.toString(),
            DECIDED,
            "--verdict",
            "PASS",
            "--by",
            "A",
            "--because",
            "So");
    assertThat(decided.code()).as(decided.err()).isZero();
    assertThat(items(json())).isEmpty();
    Copies.edit(
        lock.resolve("ixit/15-PhyIntf.yaml"), "(id: PhyIntf-2\n    description:) .*", "$1 Another");
    JsonNode json = json();
    assertThat(items(json)).containsExactly(DECIDED);
    assertThat(json.path("again").path(0).path("by").toString()).contains("person");
    assertThat(json.path("again").path(0).path("tookSeconds").asString()).isEqualTo("unknown");
  }

  @Test
  void afterAnUpdateTheProbesOfTheOldVersionAreToRunAgainWithTheirTime() throws IOException {
    Product product = DossierFolder.at(lock, Map.of()).open(new Problems()).orElseThrow().product();
    Observation.Source source =
        new Observation.Source(
            "tcp-ports",
            "1",
            product.softwareVersion(),
            product.unit(),
            product.state(),
            "run-1",
            Instant.parse("2026-11-24T10:00:00Z"));
    try (DossierWriter writer = DossierFolder.at(lock).write()) {
      writer.appendObservations(
          List.of(
              observation("tcp.open-ports", "DUT", Map.of("open", List.of()), source),
              observation(
                  "run.probe-done",
                  "tcp-ports",
                  Map.of("version", "1.0.0", "milliseconds", 1500L),
                  source)));
    }
    Copies.edit(lock.resolve("product.yaml"), "softwareVersion: .*", "softwareVersion: \"99.1\"");
    JsonNode json = json();
    assertThat(items(json)).isNotEmpty();
    assertThat(json.path("again").valueStream())
        .allSatisfy(i -> assertThat(i.path("by").toString()).contains("tcp-ports"))
        .allSatisfy(i -> assertThat(i.path("why").toString()).contains("99.1"));
    assertThat(json.path("probes").path("tcp-ports").asInt()).isEqualTo(2);
    assertThat(Ran.of("delta", lock.toString()).out()).contains("tcp-ports: 2 s");
  }

  private static Observation observation(
      String key, String subject, Map<String, Object> value, Observation.Source source) {
    return new Observation(
        key, subject, Outcome.SEEN, value, Map.of(), "", source, Optional.empty());
  }

  private JsonNode json() {
    Ran ran = Ran.of("delta", lock.toString(), "--format", "json");
    assertThat(ran.code()).as(ran.err()).isZero();
    return JsonMapper.shared().readTree(ran.out());
  }

  private static List<String> items(JsonNode json) {
    return json.path("again").valueStream().map(i -> i.path("item").asString()).toList();
  }
}
