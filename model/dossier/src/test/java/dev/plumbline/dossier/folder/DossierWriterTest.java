package dev.plumbline.dossier.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.DossierOnDisk;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Support;
import dev.plumbline.dossier.folder.DossierWriter.DossierLockedException;
import dev.plumbline.yaml.YamlPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierWriterTest {
  private static final EvidenceNote NOTE =
      new EvidenceNote(
          "a: transcript # 1",
          "tcp",
          "1",
          "",
          "A. Tester",
          Instant.parse("2026-11-24T01:02:03Z"),
          "1.0");

  @TempDir private Path directory;
  private DossierOnDisk disk;

  @BeforeEach
  void soundDossier() {
    disk = DossierOnDisk.in(directory);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private EvidenceFile store(String text) throws IOException {
    try (DossierWriter writer = disk.folder().write()) {
      return writer.storeEvidence(bytes(text), NOTE);
    }
  }

  @Test
  void textsAreReplacedAllOrNoneWhereOneWasChangedSinceItWasRead() throws IOException {
    String ics = Files.readString(directory.resolve("ics.yaml"));
    String product = Files.readString(directory.resolve("product.yaml"));
    Map<String, String> read = Map.of("ics.yaml", ics, "product.yaml", product);
    Map<String, String> edited =
        Map.of("ics.yaml", ics + "# a\n", "product.yaml", product + "# b\n", "new.yaml", "c: d\n");
    Files.writeString(directory.resolve("ics.yaml"), ics + "# by a colleague\n");
    try (DossierWriter writer = disk.folder().write()) {
      assertThatThrownBy(() -> writer.replaceAll(read, edited))
          .isInstanceOf(DossierWriter.ChangedFileException.class)
          .hasMessageContaining("ics.yaml was changed");
      assertThat(directory.resolve("ics.yaml")).hasContent(ics + "# by a colleague\n");
      assertThat(directory.resolve("product.yaml")).hasContent(product);
      assertThat(directory.resolve("new.yaml")).doesNotExist();
      Files.writeString(directory.resolve("ics.yaml"), ics);
      writer.replaceAll(read, edited);
    }
    assertThat(directory.resolve("ics.yaml")).hasContent(ics + "# a\n");
    assertThat(directory.resolve("product.yaml")).hasContent(product + "# b\n");
    assertThat(directory.resolve("new.yaml")).hasContent("c: d\n");
  }

  @Test
  void evidenceIsStoredUnderItsDigestAndListedBehindTheOthers() throws IOException {
    String before = Files.readString(directory.resolve("evidence.yaml"));
    EvidenceFile stored = store("bytes");

    assertThat(stored.path()).isEqualTo("evidence/" + Digest.of("bytes"));
    assertThat(directory.resolve(stored.path())).hasContent("bytes");
    assertThat(disk.problems()).isEmpty();
    assertThat(disk.dossier().evidence()).containsEntry(stored.sha256().hex(), stored).hasSize(2);
    assertThat(Files.readString(directory.resolve("evidence.yaml"))).startsWith(before);
  }

  @Test
  void evidenceIsListedOnceHoweverOftenItIsStored() throws IOException {
    store("bytes");
    store("bytes");
    assertThat(store("board").path()).isEqualTo("evidence/photo.txt");
    assertThat(disk.dossier().evidence()).hasSize(2);
    assertThat(disk.problems()).isEmpty();
  }

  @Test
  void theListOfEvidenceIsMadeWhenAbsent() throws IOException {
    Files.delete(directory.resolve("evidence.yaml"));
    Files.delete(directory.resolve("evidence/photo.txt"));
    store("bytes");
    assertThat(disk.dossier().evidence()).hasSize(1);
  }

  @Test
  void evidenceIsReadByStretch() throws IOException {
    EvidenceFile stored = store("0123456789");
    Problems problems = new Problems();
    EvidenceRef middle = new EvidenceRef(stored.sha256(), 3, 4);

    assertThat(disk.folder().readEvidence(middle, problems)).contains(bytes("3456"));
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aStretchBehindTheEndIsTold() throws IOException {
    EvidenceFile stored = store("0123456789");
    Problems problems = new Problems();

    assertThat(disk.folder().readEvidence(new EvidenceRef(stored.sha256(), 8, 4), problems))
        .isEmpty();
    assertThat(DossierOnDisk.told(problems)).containsExactly("PLB-1059 evidence.yaml:7:3");
  }

  @Test
  void changedEvidenceIsNotRead() throws IOException {
    EvidenceFile stored = store("0123456789");
    Files.writeString(directory.resolve(stored.path()), "x123456789");
    Problems problems = new Problems();

    assertThat(disk.folder().readEvidence(new EvidenceRef(stored.sha256(), 3, 4), problems))
        .isEmpty();
    assertThat(DossierOnDisk.told(problems)).containsExactly("PLB-1052 evidence.yaml:7:3");
    assertThat(disk.problems()).containsExactly("PLB-1052 evidence.yaml:7:3");
  }

  @Test
  void missingEvidenceIsTold() {
    Problems problems = new Problems();
    EvidenceRef nowhere = new EvidenceRef(Digest.of("nowhere"), 0, 1);

    assertThat(disk.folder().readEvidence(nowhere, problems)).isEmpty();
    assertThat(DossierOnDisk.told(problems)).containsExactly("PLB-1051 evidence.yaml");
  }

  @Test
  void damagedEvidenceIsMendedWhenTheSameBytesComeAgain() throws IOException {
    EvidenceFile stored = store("bytes");
    Files.writeString(directory.resolve(stored.path()), "other");
    store("bytes");
    assertThat(disk.problems()).isEmpty();
  }

  @Test
  void onlyOneWriterIsLetIn() throws IOException {
    try (DossierWriter first = disk.folder().write()) {
      first.appendObservations(List.of());
      assertThatThrownBy(() -> disk.folder().write())
          .isInstanceOf(DossierLockedException.class)
          .hasMessageContaining("another Plumbline is saving to");
      assertThat(disk.problems()).isEmpty();
    }
    disk.folder().write().close();
  }

  @Test
  void aFileIsReplacedByItsEdit() throws IOException {
    Problems problems = new Problems();
    try (DossierWriter writer = disk.folder().write()) {
      writer.replace(
          "ics.yaml",
          disk.folder()
              .source("ics.yaml", problems)
              .orElseThrow()
              .set(YamlPath.of("answers", "5.1-1", "support"), "N"));
    }
    assertThat(disk.dossier().ics().answers().values().iterator().next().support())
        .isEqualTo(Support.NO);
  }

  @Test
  void nothingIsWrittenThroughALinkOrOutsideTheDossier() throws IOException {
    Path outside = Files.createTempFile(directory.getParent(), "outside", "");
    Files.delete(directory.resolve("ics.yaml"));
    Files.createSymbolicLink(directory.resolve("ics.yaml"), outside);
    try (DossierWriter writer = disk.folder().write()) {
      assertThatThrownBy(() -> writer.replace("ics.yaml", "x")).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> writer.replace("../x", "x"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> writer.remove("ics.yaml")).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> writer.remove("../" + outside.getFileName()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(outside).isEmptyFile();
    Files.delete(outside);
  }

  @Test
  void aBrokenListOfEvidenceIsNotAddedTo() {
    disk.with("evidence.yaml", "files: [\n");
    assertThatThrownBy(() -> store("bytes"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("PLB-1001");
  }
}
