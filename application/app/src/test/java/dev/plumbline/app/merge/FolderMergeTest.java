package dev.plumbline.app.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.app.SoundCamera;
import dev.plumbline.app.merge.MergedFile.Unjoined;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMergeTest {
  private static final String TABLE = "ixit/1-AuthMech.yaml";

  @TempDir private Path place;
  private SoundCamera ours = new SoundCamera(Path.of(""), Path.of(""));
  private SoundCamera theirs = new SoundCamera(Path.of(""), Path.of(""));
  private SoundCamera base = new SoundCamera(Path.of(""), Path.of(""));

  @BeforeEach
  void threeCopies() throws IOException {
    ours = SoundCamera.in(place.resolve("ours"));
    theirs = SoundCamera.in(place.resolve("theirs"));
    base = SoundCamera.in(place.resolve("base"));
  }

  private static void edit(SoundCamera camera, String old, String fresh) throws IOException {
    Path file = camera.dossier().resolve(TABLE);
    assertThat(Files.readString(file)).contains(old);
    Files.writeString(file, Files.readString(file).replace(old, fresh));
  }

  private static EvidenceFile store(SoundCamera camera, String text) throws IOException {
    try (var writer = DossierFolder.at(camera.dossier()).write()) {
      return writer.storeEvidence(
          text.getBytes(StandardCharsets.UTF_8),
          new EvidenceNote(text, "", "", "", "Ann", SoundCamera.NOW, "4.2.1"));
    }
  }

  private MergeReport merge(boolean withBase) throws IOException {
    return DossierMerge.withCopy(
        ours.dossier(),
        theirs.dossier(),
        withBase ? Optional.of(base.dossier().toString()) : Optional.empty());
  }

  @Test
  void evidenceOfBothCopiesIsThereWithItsEntries() throws IOException {
    EvidenceFile here = store(ours, "seen here");
    EvidenceFile there = store(theirs, "seen there");

    assertThat(merge(true).isOpen()).isFalse();

    DossierFolder merged = DossierFolder.at(ours.dossier());
    assertThat(merged.evidence()).containsKeys(here.sha256().hex(), there.sha256().hex());
    assertThat(ours.dossier().resolve(there.path())).hasContent("seen there");
    Problems problems = new Problems();
    merged.open(problems);
    assertThat(problems.hasErrors()).as(problems.sorted().toString()).isFalse();
  }

  @Test
  void evidenceThatWasTouchedInTheOtherCopyIsNotTaken() throws IOException {
    EvidenceFile there = store(theirs, "seen there");
    Files.writeString(theirs.dossier().resolve(there.path()), "touched");

    MergeReport report = merge(true);

    assertThat(report.isOpen()).isTrue();
    assertThat(report.files().getFirst().merged()).isInstanceOf(Unjoined.class);
    assertThat(ours.dossier().resolve(there.path())).doesNotExist();
  }

  @Test
  void theBaseTellsWhoChangedACell() throws IOException {
    edit(theirs, "    delaySeconds: 1\n", "    delaySeconds: 2\n");

    assertThat(merge(false).isOpen()).isTrue();
    edit(ours, "<<<<<<< ours\n    delaySeconds: 1\n=======\n", "");
    edit(ours, ">>>>>>> " + theirs.dossier() + "\n", "");
    assertThat(ours.dossier().resolve(TABLE))
        .hasSameTextualContentAs(theirs.dossier().resolve(TABLE));

    edit(theirs, "    delaySeconds: 2\n", "    delaySeconds: 3\n");
    edit(base, "    delaySeconds: 1\n", "    delaySeconds: 2\n");
    assertThat(merge(true).isOpen()).isFalse();
    assertThat(Files.readString(ours.dossier().resolve(TABLE))).contains("    delaySeconds: 3\n");
  }

  @Test
  void aCopyThatChangedNothingLeavesEveryByte() throws IOException {
    edit(ours, "    delaySeconds: 1\n", "    delaySeconds: 2\n");
    String before = Files.readString(ours.dossier().resolve(TABLE));

    assertThat(merge(true).files()).isEmpty();
    assertThat(Files.readString(ours.dossier().resolve(TABLE))).isEqualTo(before);
  }

  @Test
  void oneDirectoryIsNotMergedWithItself() {
    assertThatThrownBy(
            () -> DossierMerge.withCopy(ours.dossier(), ours.dossier(), Optional.empty()))
        .hasMessageContaining("one directory");
  }
}
