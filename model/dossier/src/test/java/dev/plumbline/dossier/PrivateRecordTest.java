package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.folder.DossierWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateRecordTest {
  private static final EvidenceNote NOTE =
      new EvidenceNote("it", "", "", "", "", Instant.EPOCH, "1.2.3");

  @TempDir Path directory;
  private DossierOnDisk disk;

  @BeforeEach
  void dossier() {
    disk = DossierOnDisk.in(directory);
  }

  @Test
  void record_and_evidence_are_their_owners_alone() throws IOException {
    record();
    for (String folder : List.of("record", "evidence")) {
      assertThat(rights(directory.resolve(folder))).as(folder).isEqualTo("rwx------");
    }
    try (Stream<Path> files = Files.list(directory.resolve("record"))) {
      assertThat(files.map(PrivateRecordTest::rights)).hasSize(2).containsOnly("rw-------");
    }
    assertThat(rights(directory.resolve("evidence/" + Digest.of("bytes")))).isEqualTo("rw-------");
  }

  @Test
  void a_record_that_others_could_read_is_closed_at_the_next_write() throws IOException {
    record();
    Path journal = directory.resolve("record/observations.jsonl");
    Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-rw-rw-"));
    Files.setPosixFilePermissions(
        directory.resolve("record"), PosixFilePermissions.fromString("rwxrwxrwx"));

    record();

    assertThat(rights(journal)).isEqualTo("rw-------");
    assertThat(rights(directory.resolve("record"))).isEqualTo("rwx------");
  }

  @Test
  void a_declaration_keeps_the_rights_that_it_has() throws IOException {
    Path product = directory.resolve("product.yaml");
    Files.setPosixFilePermissions(product, PosixFilePermissions.fromString("rw-------"));
    try (DossierWriter writer = disk.folder().write()) {
      writer.replace("product.yaml", DossierOnDisk.PRODUCT);
    }
    assertThat(rights(product)).isEqualTo("rw-------");
  }

  @Test
  void nothing_is_recorded_through_a_link() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.createSymbolicLink(directory.resolve("record"), elsewhere);

    assertThatIOException().isThrownBy(this::record).withMessageContaining("symbolic link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  private void record() throws IOException {
    try (DossierWriter writer = disk.folder().write()) {
      writer.appendObservations(List.of(JournalSamples.observation(1)));
      writer.storeEvidence("bytes".getBytes(StandardCharsets.UTF_8), NOTE);
    }
  }

  private static String rights(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
