package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealCommandTest {
  @TempDir Path directory;
  private Path dossier;
  private Path keys;
  private Path checkpoint;

  @BeforeEach
  void sealed() throws IOException {
    dossier = Copies.of("sound-camera", directory.resolve("camera"));
    keys = directory.resolve("config/keys");
    checkpoint = directory.resolve("camera.checkpoint");
    Path look = Files.writeString(directory.resolve("look.txt"), "No connector outside.");
    Ran decided =
        Ran.of(
            "decide",
            dossier.toString(),
            "5.6-3-2a@DUT",
            "--verdict",
            "FAIL",
            "--by",
            "A. Assessor",
            "--because",
            "A connector is reachable.",
            "--evidence",
            look.toString());
    assertThat(decided.code()).as(decided.err()).isZero();
    Ran ran = seal(checkpoint, keys);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("SHA256:");
  }

  @Test
  void the_key_is_made_once_outside_of_the_dossier_for_its_owner_alone() throws IOException {
    byte[] key = Files.readAllBytes(keys.resolve("seal.key"));
    assertThat(rights(keys)).isEqualTo("rwx------");
    assertThat(rights(keys.resolve("seal.key"))).isEqualTo("rw-------");

    assertThat(seal(directory.resolve("second"), keys).code()).isZero();
    assertThat(keys.resolve("seal.key")).hasBinaryContent(key);
    assertThat(seal(directory.resolve("third"), dossier.resolve("keys")).err())
        .contains("inside the dossier");
    assertThat(seal(dossier.resolve("third"), keys).err()).contains("inside the dossier");
    assertThat(dossier.resolve("keys")).doesNotExist();
  }

  @Test
  void a_key_that_others_can_read_signs_nothing() throws IOException {
    Files.setPosixFilePermissions(
        keys.resolve("seal.key"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(seal(directory.resolve("second"), keys).err()).contains("chmod 600");
    assertThat(directory.resolve("second")).doesNotExist();
  }

  @Test
  void a_record_as_it_was_sealed_is_sound_and_the_key_is_known() {
    Ran ran = since(keys);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Compared with the record as of", "SHA256:", "(known)");
  }

  @Test
  void a_record_that_was_changed_is_told() throws IOException {
    Copies.edit(dossier.resolve("record/decisions.jsonl"), "A connector", "No connector");

    assertThat(Ran.of("check", dossier.toString()).out()).contains("PLB-1075");
    assertThat(since(keys).code()).isEqualTo(12);
    assertThat(since(keys).out()).contains("PLB-1066");
  }

  @Test
  void a_key_that_is_not_known_is_told() throws IOException {
    Path others = Files.createDirectory(directory.resolve("others"));
    Ran ran = since(others);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("PLB-1074", "(not known)");

    Files.copy(keys.resolve("seal.pub"), others.resolve("colleague.pub"));
    assertThat(since(others).out()).contains("(known)").doesNotContain("PLB-1074");
  }

  @Test
  void a_checkpoint_that_was_changed_is_refused() throws IOException {
    Copies.edit(checkpoint, "decisions.jsonl 1", "decisions.jsonl 0");

    Ran ran = since(keys);
    assertThat(ran.code()).isEqualTo(12);
    assertThat(ran.err()).contains("changed since it was signed");
  }

  @Test
  void a_checkpoint_that_somebody_else_signed_anew_is_told() throws IOException {
    Files.delete(dossier.resolve("record/decisions.jsonl"));
    Path forger = directory.resolve("forger");
    assertThat(seal(checkpoint, forger).code()).isZero();

    assertThat(since(keys).out()).contains("PLB-1074", "(not known)");
  }

  private Ran seal(Path out, Path folder) {
    return Ran.of("seal", dossier.toString(), "--out", out.toString(), "--keys", folder.toString());
  }

  private Ran since(Path folder) {
    return Ran.of(
        "check", dossier.toString(), "--since", checkpoint.toString(), "--keys", folder.toString());
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
