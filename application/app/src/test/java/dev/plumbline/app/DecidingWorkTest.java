package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.app.team.CurrentState;
import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.Signer;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much work it is to record many verdicts. Time differs from machine to machine; this does not.
 */
class DecidingWorkTest {
  @TempDir private Path place;

  /** What recording took. */
  private record Work(int decisions, int judgings, int signed, int verified) {}

  private Work record(String name, int most) throws IOException {
    SoundCamera camera = SoundCamera.in(place.resolve(name));
    Dossier seen = camera.open().dossier();
    List<Judged> items = camera.judge().items().limit(most).toList();
    List<DecidingMany.Wanted> wanted =
        items.stream()
            .map(
                i ->
                    new DecidingMany.Wanted(
                        i,
                        new Finding.Undetermined("Not looked at yet."),
                        "A. Assessor",
                        List.of(),
                        Place.of("verdicts.csv")))
            .toList();
    AtomicInteger judgings = new AtomicInteger();
    CurrentState current = camera.current();
    Signer signer = new AuthorKeys(camera.place().resolve("keys")).signer("A. Clerk", Path.of(""));
    DecisionRecorder recorder =
        new DecisionRecorder(
            camera.open().folder(),
            () -> {
              judgings.incrementAndGet();
              return current.read();
            },
            signer);
    try (CountedSignatures signatures = CountedSignatures.begin()) {
      RecordingResult<Decision> result =
          DecidingMany.record(recorder, seen, wanted, SoundCamera.NOW);
      assertThat(result).isInstanceOf(RecordingResult.Stored.class);
      return new Work(wanted.size(), judgings.get(), signatures.signed(), signatures.verified());
    }
  }

  @Test
  void theDossierIsJudgedOnceAndASignerVerifiedOnceHoweverManyVerdictsThereAre()
      throws IOException {
    Work few = record("few", 10);
    Work many = record("many", 200);
    assertThat(few.decisions()).isEqualTo(10);
    assertThat(many.decisions()).isGreaterThan(100);
    assertThat(List.of(few.judgings(), many.judgings())).containsExactly(1, 1);
    assertThat(few.signed()).isEqualTo(few.decisions());
    assertThat(many.signed()).isEqualTo(many.decisions());
    assertThat(few.verified()).isPositive();
    assertThat(many.verified()).isEqualTo(few.verified());
  }

  /** A signer's first signature is verified when it is made; what is right is verified once. */
  @Test
  void aSignatureIsVerifiedAtTheFirstReadingAndAtNoOther() throws IOException {
    SoundCamera camera = SoundCamera.in(place);
    Signer signer = new AuthorKeys(place.resolve("keys")).signer("A. Clerk", camera.dossier());
    try (CountedSignatures signatures = CountedSignatures.begin()) {
      Map<String, Object> first = line(signer);
      Map<String, Object> second = line(signer);
      int made = signatures.verified();
      assertThat(signatures.signed()).isEqualTo(2);
      assertThat(Signed.read(first).sound()).isTrue();
      assertThat(signatures.verified()).as("known since it was made").isEqualTo(made);
      assertThat(Signed.read(second).sound()).isTrue();
      assertThat(signatures.verified()).isEqualTo(made + 1);
      assertThat(Signed.read(second).sound()).isTrue();
      assertThat(signatures.verified()).isEqualTo(made + 1);
      second.put("text", "Not seen.");
      assertThat(Signed.read(second).sound()).isFalse();
      assertThat(Signed.read(second).sound()).isFalse();
      assertThat(signatures.verified()).as("what is wrong is not kept").isEqualTo(made + 3);
    }
  }

  private static Map<String, Object> line(Signer signer) {
    Signed made = signer.sign("comment/2", Map.of("text", "Seen."), Saw.NOTHING, SoundCamera.NOW);
    assertThat(made.sound()).isTrue();
    Map<String, Object> line = new LinkedHashMap<>(Map.of("type", "comment/2", "text", "Seen."));
    line.putAll(made.fields());
    return line;
  }
}
