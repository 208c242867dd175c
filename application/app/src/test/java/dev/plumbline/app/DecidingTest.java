package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingTest {
  @TempDir Path place;
  private SoundCamera camera = new SoundCamera(Path.of(""), Path.of(""));

  @BeforeEach
  void copyTheSoundCamera() throws IOException {
    camera = SoundCamera.in(place);
  }

  private RecordingResult<Decision> record(ItemId item, Finding finding, List<Path> evidence)
      throws IOException {
    Workspace before = camera.open();
    return Deciding.decide(
        camera.recorder("A. Assessor"),
        before.dossier(),
        camera.judge(),
        item,
        finding,
        evidence,
        SoundCamera.NOW);
  }

  private Judged decide(ItemId item, List<Path> evidence) throws IOException {
    assertThat(record(item, new Finding.Holds("Looked at it."), evidence))
        .isInstanceOf(RecordingResult.Stored.class);
    return camera.item(item);
  }

  @Test
  void aConceptualItemIsDecidedByAPersonsReason() throws IOException {
    ItemId item = camera.open(false).item().id();
    Judged after = decide(item, List.of());
    assertThat(after.verdict()).isEqualTo(Verdict.PASS);
    assertThat(after.by()).isEqualTo(DecidedBy.ASSESSOR);
  }

  @Test
  void aFunctionalItemWithoutEvidenceStaysOpen() throws IOException {
    ItemId item = camera.open(true).item().id();
    assertThat(decide(item, List.of()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theEvidenceOfADecisionIsKeptUnderItsDigest() throws IOException {
    Path photo = Files.writeString(place.resolve("photo.txt"), "what was seen");
    ItemId item = camera.open(true).item().id();
    Judged after = decide(item, List.of(photo));
    assertThat(after.verdict()).isEqualTo(Verdict.PASS);
    assertThat(after.evidenced()).isTrue();
    String kept = after.decision().orElseThrow().evidence().getFirst().hex();
    assertThat(camera.dossier().resolve("evidence").resolve(kept)).hasContent("what was seen");
  }

  @Test
  void anItemThatThePlanDoesNotHaveIsNotRecorded() throws IOException {
    ItemId nobody = ItemId.parse("5.1-1-1a@1-AuthMech/Nobody");

    assertThat(record(nobody, new Finding.Holds("Looked."), List.of()))
        .isInstanceOf(RecordingResult.Refused.class);
    assertThat(camera.open().dossier().decisions()).isEmpty();
  }
}
