package dev.plumbline.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Assessor;
import dev.plumbline.app.SoundCamera;
import dev.plumbline.app.team.ProposedDecision;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.team.SeenState;
import dev.plumbline.app.team.TeamRecorder;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Decision;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where people alone wrote to a dossier, the rest of it is not read again. */
class PeopleAloneTest {
  private static final Path DECISIONS = Path.of("record/decisions.jsonl");

  @TempDir private Path place;
  private SoundCamera camera;

  @BeforeEach
  void copyTheExample() throws IOException {
    camera = SoundCamera.in(place);
  }

  private Opened opened() {
    return Workspace.open(camera.dossier(), SoundCamera.TODAY);
  }

  private void decide(List<ProposedDecision.Attachment> files) throws IOException {
    Judged item = camera.open(true);
    assertThat(
            camera
                .recorder("A. Assessor")
                .decide(
                    List.of(
                        new ProposedDecision(
                            item.item().id(),
                            new Finding.Undetermined("Not looked at yet."),
                            SeenState.of(camera.open().dossier(), item),
                            "A. Assessor",
                            files,
                            false)),
                    SoundCamera.NOW))
        .isInstanceOf(RecordingResult.Stored.class);
  }

  private void comment() throws IOException {
    TeamRecorder recorder = TeamRecorder.of(camera.recorder("A. Reviewer"));
    recorder.comment(
        camera.open(true).item().id(), "Which lamp?", Optional.empty(), SoundCamera.NOW);
  }

  private Digest given() throws IOException {
    return FolderStamp.of(List.of(camera.dossier())).given();
  }

  private void append(Path file, String text) throws IOException {
    Path whole = camera.dossier().resolve(file);
    Files.writeString(whole, Files.readString(whole) + text);
  }

  @Test
  void whatIsReadOfPeopleAloneIsWhatIsReadOfAll() throws IOException {
    Opened before = opened();
    Digest stamp = given();
    decide(List.of());
    comment();
    assertThat(given()).isEqualTo(stamp);
    Opened again = Workspace.again(before).orElseThrow();
    Opened whole = opened();
    assertThat(again.problems()).isEqualTo(whole.problems());
    Workspace now = again.workspace().orElseThrow();
    assertThat(now.dossier()).isEqualTo(whole.workspace().orElseThrow().dossier());
    assertThat(now.dossier().decisions())
        .hasSize(before.workspace().orElseThrow().dossier().decisions().size() + 1);
    assertThat(now.dossier().team().records()).isNotEmpty();
    assertThat(now.dossier().ixit())
        .as("not read again")
        .isSameAs(before.workspace().orElseThrow().dossier().ixit());
  }

  /** The plan of before serves again, and what is decided counts. */
  @Test
  void whatIsJudgedOfPeopleAloneIsWhatIsJudgedOfAll() throws IOException {
    Assessor assessor = new Assessor(camera.open().catalogue());
    CryptoPolicy policy = CryptoPolicies.load();
    Opened before = opened();
    AssessedDossier first =
        AssessedDossier.again(before, assessor, policy, SoundCamera.TODAY, Optional.empty());
    decide(List.of());
    AssessedDossier again =
        AssessedDossier.again(
            Workspace.again(before).orElseThrow(),
            assessor,
            policy,
            SoundCamera.TODAY,
            first.findings());
    List<String> whole = told(AssessedDossier.of(opened(), assessor, policy, SoundCamera.TODAY));
    assertThat(told(again)).isEqualTo(whole);
    assertThat(told(first)).isNotEqualTo(whole);
    assertThat(
            told(
                AssessedDossier.again(
                    opened(), assessor, policy, SoundCamera.TODAY, again.findings())))
        .as("once more")
        .isEqualTo(whole);
  }

  private static List<String> told(AssessedDossier assessed) {
    return assessed
        .result()
        .items()
        .map(
            j ->
                String.join(
                    "|",
                    j.item().id().toString(),
                    j.verdict().name(),
                    j.finding().reason(),
                    j.basisDigest().hex(),
                    j.trace().toString(),
                    j.decision().map(Decision::by).orElse("")))
        .toList();
  }

  @Test
  void theStampTellsWhatElseIsWritten() throws IOException {
    Digest first = given();
    append(Path.of("ics.yaml"), "\n# another line\n");
    Digest declared = given();
    assertThat(declared).isNotEqualTo(first);
    Path record = Files.createDirectories(camera.dossier().resolve("record"));
    Files.writeString(record.resolve("observations.jsonl"), "");
    Digest observed = given();
    assertThat(observed).isNotEqualTo(declared);
    decide(
        List.of(
            new ProposedDecision.Attachment(
                "look.txt", "Seen on the lamp.".getBytes(StandardCharsets.UTF_8))));
    assertThat(given()).as("evidence is kept").isNotEqualTo(observed);
  }

  @Test
  void aJournalOfPeopleThatWasEditedIsReadWithAllOfTheDossier() throws IOException {
    decide(List.of());
    Opened before = opened();
    Path journal = camera.dossier().resolve(DECISIONS);
    Files.writeString(
        journal, Files.readString(journal).replace("Not looked at yet.", "Looked at since."));
    assertThat(Workspace.again(before)).isEmpty();
    assertThat(opened().problems()).anyMatch(p -> p.id().equals("PLB-1075"));
    assertThat(Workspace.again(opened())).as("while it is not mended").isEmpty();
  }

  @Test
  void aDossierIsReadAsAWholeAsLongAsALineOfItsJournalIsTorn() throws IOException {
    decide(List.of());
    append(DECISIONS, "{\"type\":\"decision/2\",");
    Opened torn = opened();
    assertThat(torn.problems()).anyMatch(p -> p.id().equals("PLB-1060"));
    assertThat(Workspace.again(torn)).isEmpty();
  }

  @Test
  void aVariantIsReadAsAWhole() {
    Opened opened = Workspace.open(Path.of("../../examples/sound-camera-wired"), SoundCamera.TODAY);
    assertThat(opened.workspace().orElseThrow().dossier().family()).isPresent();
    assertThat(Workspace.again(opened)).isEmpty();
  }
}
