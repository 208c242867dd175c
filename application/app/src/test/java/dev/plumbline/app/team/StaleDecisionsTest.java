package dev.plumbline.app.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.SoundCamera;
import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleDecisionsTest {
  private static final String TABLE = "ixit/1-AuthMech.yaml";

  /** Judged from "Password Generation Mechanism", of rows chosen by two other columns. */
  private static final ItemId ITEM = ItemId.parse("5.1-1-1a@1-AuthMech/AuthMech-1");

  @TempDir private Path place;
  private SoundCamera camera = new SoundCamera(Path.of(""), Path.of(""));

  @BeforeEach
  void copyTheSoundCamera() throws IOException {
    camera = SoundCamera.in(place);
  }

  private void decide(ItemId item, List<Attachment> evidence) throws IOException {
    RecordingResult<Decision> stored =
        camera
            .recorder("Ann")
            .decide(
                List.of(
                    new ProposedDecision(
                        item,
                        new Finding.Holds("Each unit draws 80 bits."),
                        SeenState.of(camera.open().dossier(), camera.item(item)),
                        "Ann",
                        evidence,
                        false)),
                SoundCamera.NOW);
    assertThat(stored).isInstanceOf(RecordingResult.Stored.class);
    assertThat(stale().all()).isEmpty();
  }

  private StaleDecisions stale() {
    return StaleDecisions.of(camera.open().dossier(), camera.judge());
  }

  private RecordingResult<Decision> renew(ItemId item, List<Path> evidence) throws IOException {
    return stale()
        .renew(
            camera.recorder("Bob"),
            List.of(item),
            "only a comma was added.",
            evidence,
            SoundCamera.NOW);
  }

  private void edit(String file, String old, String fresh) throws IOException {
    Path path = camera.dossier().resolve(file);
    assertThat(Files.readString(path)).contains(old);
    Files.writeString(path, Files.readString(path).replace(old, fresh));
  }

  @Test
  void aCellThatDoesNotConcernTheUnitMakesNothingStale() throws IOException {
    decide(ITEM, List.of());

    edit(TABLE, "After 5 wrong attempts", "After five wrong attempts");
    assertThat(stale().all()).isEmpty();
    assertThat(camera.item(ITEM).finding().reason()).isEqualTo("Each unit draws 80 bits.");

    edit(TABLE, "Four groups of four characters", "Four groups of three characters");
    assertThat(stale().all())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.item()).isEqualTo(ITEM);
              assertThat(s.changes())
                  .anyMatch(
                      c ->
                          c.startsWith(
                              "1-AuthMech/AuthMech-1 passwordGenerationMechanism was changed; it"
                                  + " says now: Four groups of three"));
            });
  }

  /** A person judged from them too, and nothing tells which column they belong to. */
  @Test
  void aTypedFieldMakesItStaleThoughTheUnitNamesItNot() throws IOException {
    decide(ITEM, List.of());

    edit(TABLE, "attemptsBeforeDelay: 5", "attemptsBeforeDelay: 50");
    assertThat(stale().all()).hasSize(1);
  }

  @Test
  void aFieldThatTheRuleReadsMakesItStale() throws IOException {
    decide(ITEM, List.of());

    edit(TABLE, "    uniquePerDevice: true\n", "");
    assertThat(stale().all())
        .singleElement()
        .satisfies(
            s ->
                assertThat(s.changes())
                    .contains("1-AuthMech/AuthMech-1 uniquePerDevice was removed"));
  }

  @Test
  void oneStepRenewsADecisionAndReplacesTheEarlierOne() throws IOException {
    decide(ITEM, List.of());
    edit(TABLE, "Four groups of four characters", "Four groups, of four characters");

    assertThat(renew(ITEM, List.of())).isInstanceOf(RecordingResult.Stored.class);

    assertThat(stale().all()).isEmpty();
    assertThat(camera.item(ITEM).finding())
        .isEqualTo(
            new Finding.Holds(
                "Each unit draws 80 bits. Still holds, because only a comma was added."));
    edit(TABLE, "Four groups, of four characters", "Four groups; of four characters");
    renew(ITEM, List.of());
    assertThat(camera.item(ITEM).finding().reason())
        .isEqualTo("Each unit draws 80 bits. Still holds, because only a comma was added.");
    assertThat(camera.open().dossier().decisions()).hasSize(3);
  }

  @Test
  void evidenceOfAnotherVersionAsksForExactlyThat() throws IOException {
    ItemId item = camera.open(true).item().id();
    decide(item, List.of(new Attachment("log.txt", "a log".getBytes(StandardCharsets.US_ASCII))));
    String version = camera.open().dossier().product().softwareVersion();
    edit("product.yaml", "softwareVersion: \"" + version + "\"", "softwareVersion: \"99\"");

    assertThat(stale().on(item).orElseThrow().outdated()).hasSize(1);
    assertThat(stale().on(item).orElseThrow().changes())
        .anyMatch(c -> c.endsWith("was taken from version " + version + ", under assessment is 99"))
        .anyMatch(c -> c.startsWith("device 99 / ") && c.contains("it was device " + version));
    assertThat(renew(item, List.of()))
        .isInstanceOfSatisfying(
            RecordingResult.Refused.class,
            r -> assertThat(r.why()).contains("evidence of another version", "log.txt", version));

    Path log = Files.writeString(place.resolve("new log.txt"), "a log of 99");
    assertThat(renew(item, List.of(log))).isInstanceOf(RecordingResult.Stored.class);
    assertThat(stale().all()).isEmpty();
    assertThat(camera.open().dossier().decisions().getLast().evidence()).hasSize(1);
  }

  @Test
  void anItemWithoutAStaleDecisionIsRefused() throws IOException {
    assertThat(renew(ITEM, List.of()))
        .isEqualTo(new RecordingResult.Refused<Decision>("No decision on " + ITEM + " is stale."));
  }
}
