package dev.plumbline.app.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.app.SoundCamera;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionRecorderTest {
  @TempDir private Path place;
  private SoundCamera camera = new SoundCamera(Path.of(""), Path.of(""));

  @BeforeEach
  void copyTheSoundCamera() throws IOException {
    camera = SoundCamera.in(place);
  }

  private ProposedDecision proposal(Judged item, String person, Finding finding) {
    return new ProposedDecision(
        item.item().id(),
        finding,
        SeenState.of(camera.open().dossier(), item),
        person,
        List.of(),
        false);
  }

  @Test
  void ofTwoHundredWhoDecideAtOnceOneIsStoredAndTheOthersSeeBothTexts() throws Exception {
    Judged item = camera.open(false);
    List<DecisionRecorder> people = new ArrayList<>();
    List<ProposedDecision> proposals = new ArrayList<>();
    DecisionRecorder key = camera.recorder("Person");
    for (int i = 0; i < 200; i++) {
      people.add(
          new DecisionRecorder(
              key.folder(), key.current(), key.signer().inTheNameOf("Person " + i)));
      proposals.add(proposal(item, "Person " + i, new Finding.Holds("Reason " + i)));
    }
    List<Callable<RecordingResult<Decision>>> calls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int who = i;
      calls.add(() -> people.get(who).decide(List.of(proposals.get(who)), SoundCamera.NOW));
    }
    List<RecordingResult<Decision>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<RecordingResult<Decision>> call : threads.invokeAll(calls)) {
        all.add(call.get());
      }
    }

    List<Decision> stored = camera.open().dossier().decisions();
    assertThat(stored).hasSize(1);
    assertThat(all.stream().filter(RecordingResult.Stored.class::isInstance)).hasSize(1);
    for (int i = 0; i < 200; i++) {
      if (all.get(i) instanceof RecordingResult.Outdated<Decision> refused) {
        assertThat(refused.conflicts()).hasSize(1);
        assertThat(refused.conflicts().getFirst().yours().reason()).isEqualTo("Reason " + i);
        assertThat(refused.conflicts().getFirst().theirs()).isEqualTo(stored);
      } else {
        assertThat(all.get(i)).isEqualTo(new RecordingResult.Stored<>(stored));
      }
    }
  }

  @Test
  void whoSawTheLastDecisionReplacesItAndBothStayOnRecord() throws IOException {
    ItemId item = camera.open(false).item().id();
    DecisionRecorder ann = camera.recorder("Ann");
    ann.decide(
        List.of(proposal(camera.item(item), "Ann", new Finding.Holds("It is."))), SoundCamera.NOW);
    RecordingResult<Decision> second =
        camera
            .recorder("Bob")
            .decide(
                List.of(
                    proposal(camera.item(item), "Bob", new Finding.Violated("It is not.", "Mend"))),
                SoundCamera.NOW);

    assertThat(second).isInstanceOf(RecordingResult.Stored.class);
    List<Decision> decisions = camera.open().dossier().decisions();
    assertThat(decisions).extracting(Decision::by).containsExactly("Ann", "Bob");
    assertThat(decisions.getFirst().isReplacedBy(decisions.getLast())).isTrue();
    assertThat(camera.item(item).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void whatRestsOnAChangedDeclarationIsRefused() throws IOException {
    Judged item =
        camera
            .judge()
            .items()
            .filter(i -> i.item().id().subject().equals("1-AuthMech/AuthMech-1"))
            .filter(i -> i.verdict() == Verdict.INCONCLUSIVE)
            .findFirst()
            .orElseThrow();
    ProposedDecision proposal = proposal(item, "Ann", new Finding.Holds("It is."));
    Path table = camera.dossier().resolve("ixit/1-AuthMech.yaml");
    Files.writeString(
        table, Files.readString(table).replaceFirst("User login to", "The user's login to"));

    RecordingResult<Decision> recording =
        camera.recorder("Ann").decide(List.of(proposal), SoundCamera.NOW);

    assertThat(recording)
        .isEqualTo(
            new RecordingResult.Outdated<>(
                List.of(
                    new RecordingResult.ItemConflict(
                        item.item().id(), proposal.finding(), List.of(), true))));
    assertThat(camera.open().dossier().decisions()).isEmpty();
  }

  @Test
  void aDecisionIsSignedAndSaysWhatItsAuthorSaw() throws IOException {
    Judged item = camera.open(false);
    camera
        .recorder("Ann")
        .decide(List.of(proposal(item, "Ann", new Finding.Holds("It is."))), SoundCamera.NOW);

    Decision decision = camera.open().dossier().decisions().getFirst();
    assertThat(decision.signed()).isPresent();
    assertThat(decision.signed().get().sound()).isTrue();
    assertThat(decision.signed().get().author().name()).isEqualTo("Ann");
    assertThat(decision.signed().get().saw()).isEqualTo(item.grounds().saw());
    assertThat(decision.basis()).isEqualTo(item.basisDigest());
    assertThat(Files.readString(camera.dossier().resolve("record/decisions.jsonl")))
        .startsWith("{\"type\":\"decision/2\",\"seq\":1,\"prev\":\"");
  }

  @Test
  void aColleagueWhoSavesAllTheTimeIsToldAsBusy() throws IOException {
    Judged item = camera.open(false);
    DecisionRecorder ann = camera.recorder("Ann");
    DecisionRecorder hasty =
        new DecisionRecorder(ann.folder(), ann.current(), ann.signer(), Duration.ZERO);
    try (DossierWriter writer = ann.folder().write()) {
      assertThat(
              hasty.decide(
                  List.of(proposal(item, "Ann", new Finding.Holds("It is."))), SoundCamera.NOW))
          .isEqualTo(new RecordingResult.Busy<>());
      assertThat(writer).isNotNull();
    }
  }

  @Test
  void theKeyIsMadeAtFirstUseForItsOwnerAlone() throws IOException {
    AuthorKeys keys = new AuthorKeys(place.resolve("keys"));
    String first = keys.signer("Ann", camera.dossier()).author().keyId();

    assertThat(keys.signer("Ann", camera.dossier()).author().keyId()).isEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(place.resolve("keys/author.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aKeyInsideTheDossierIsRefused() {
    AuthorKeys keys = new AuthorKeys(camera.dossier().resolve("keys/mine"));

    assertThatThrownBy(() -> keys.signer("Ann", camera.dossier()))
        .hasMessageContaining("inside the dossier");
  }

  @Test
  void whatWasSeenIsOneWordAndReadsBack() {
    SeenState seen = SeenState.of(camera.open().dossier(), camera.open(false));

    assertThat(SeenState.parse(seen.text())).isEqualTo(seen);
  }
}
