package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.CryptoPolicies;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @TempDir Path place;
  private Path dossier = Path.of("");

  @BeforeEach
  void copyTheSoundCamera() throws IOException {
    dossier = place.resolve("dossier");
    Path example = Path.of("../../examples/sound-camera");
    try (var files = Files.walk(example)) {
      for (Path file : files.toList()) {
        Path target = dossier.resolve(example.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private Workspace open() {
    return Workspace.open(dossier, TODAY).workspace().orElseThrow();
  }

  private static Assessment judge(Workspace workspace) {
    return new Assessor(workspace.catalogue())
        .judge(workspace.dossier(), CryptoPolicies.load(), TODAY);
  }

  private static Judged open(Assessment result, boolean functional) {
    return result
        .items()
        .filter(i -> i.item().by() == DecidedBy.ASSESSOR && i.item().inherits().isEmpty())
        .filter(i -> i.item().unit().id().caseId().endsWith(functional ? "-2" : "-1"))
        .filter(i -> i.verdict() == Verdict.INCONCLUSIVE)
        .findFirst()
        .orElseThrow();
  }

  private Judged decide(ItemId item, List<Path> evidence) throws IOException {
    Workspace before = open();
    assertThat(
            Deciding.decide(
                before,
                judge(before),
                item,
                new Finding.Holds("Looked at it."),
                "A. Assessor",
                evidence,
                NOW))
        .isPresent();
    return judge(open()).items().filter(i -> i.item().id().equals(item)).findFirst().orElseThrow();
  }

  @Test
  void aConceptualItemIsDecidedByAPersonsReason() throws IOException {
    ItemId item = open(judge(open()), false).item().id();
    Judged after = decide(item, List.of());
    assertThat(after.verdict()).isEqualTo(Verdict.PASS);
    assertThat(after.by()).isEqualTo(DecidedBy.ASSESSOR);
  }

  @Test
  void aFunctionalItemWithoutEvidenceStaysOpen() throws IOException {
    ItemId item = open(judge(open()), true).item().id();
    assertThat(decide(item, List.of()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theEvidenceOfADecisionIsKeptUnderItsDigest() throws IOException {
    Path photo = Files.writeString(place.resolve("photo.txt"), "what was seen");
    ItemId item = open(judge(open()), true).item().id();
    Judged after = decide(item, List.of(photo));
    assertThat(after.verdict()).isEqualTo(Verdict.PASS);
    assertThat(after.evidenced()).isTrue();
    String kept = after.decision().orElseThrow().evidence().getFirst().hex();
    assertThat(dossier.resolve("evidence").resolve(kept)).hasContent("what was seen");
  }

  @Test
  void anItemThatThePlanDoesNotHaveIsNotRecorded() throws IOException {
    Workspace before = open();
    assertThat(
            Deciding.decide(
                before,
                judge(before),
                ItemId.parse("5.1-1-1a@1-AuthMech/Nobody"),
                new Finding.Holds("Looked."),
                "A. Assessor",
                List.of(),
                NOW))
        .isEqualTo(Optional.empty());
    assertThat(open().dossier().decisions()).isEmpty();
  }
}
