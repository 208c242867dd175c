package dev.plumbline.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.edit.DeclarationFiles.Busy;
import dev.plumbline.app.edit.DeclarationFiles.Edited;
import dev.plumbline.app.edit.DeclarationFiles.NotEditable;
import dev.plumbline.app.edit.DeclarationFiles.Outdated;
import dev.plumbline.app.edit.DeclarationFiles.Refused;
import dev.plumbline.app.edit.DeclarationFiles.Saved;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Support;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are replaced only where they say what their editor saw. */
class DeclarationFilesTest {
  private static final String ICS = "ics.yaml";
  private static final DeclarationEdit EDIT =
      new AnswerEdit(new ProvisionId("5.1-5"), Support.of("N"), "Not built yet.");

  @TempDir Path temporary;
  private Path folder;
  private DeclarationFiles files;

  @BeforeEach
  void copy() throws IOException {
    folder = Examples.copy("sensor-tag", temporary.resolve("tag"));
    files = new DeclarationFiles(DossierFolder.at(folder), Duration.ZERO);
  }

  private byte[] bytes() throws IOException {
    return Files.readAllBytes(folder.resolve(ICS));
  }

  @Test
  void anEditIsSavedAndUndoneByteForByte() throws IOException {
    byte[] marked =
        ("\uFEFF" + Files.readString(folder.resolve(ICS))).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve(ICS), marked);
    Saved saved = (Saved) files.save(EDIT, files.digest(ICS));
    assertThat(Files.readString(folder.resolve(ICS)))
        .startsWith("\uFEFF")
        .contains("Not built yet.");
    assertThat(files.undo(saved)).isInstanceOf(Saved.class);
    assertThat(bytes()).isEqualTo(marked);
  }

  @Test
  void aFileThatChangedSinceItWasSeenStays() throws IOException {
    Digest seen = files.digest(ICS);
    Files.writeString(folder.resolve(ICS), Files.readString(folder.resolve(ICS)) + "# a note\n");
    byte[] before = bytes();
    assertThat(files.save(EDIT, seen)).isInstanceOf(Outdated.class);
    assertThat(files.save(Map.of(ICS, "answers:\n"), Map.of(ICS, seen)))
        .isInstanceOf(Outdated.class);
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void ofSeveralFilesUndoneThoseThatWereMadeGoUnlessSomebodyChangedThem() throws IOException {
    byte[] before = bytes();
    String made = "ixit/99-Extra.yaml";
    Map<String, Digest> seen = Map.of(ICS, files.digest(ICS), made, Digest.of(""));
    Saved saved = (Saved) files.save(Map.of(ICS, "answers:\n", made, "entries:\n"), seen);
    Files.writeString(folder.resolve(made), "entries: # mine\n");
    assertThat(files.undo(saved)).isEqualTo(new Outdated(List.of(made)));
    assertThat(folder.resolve(made)).hasContent("entries: # mine");
    Files.writeString(folder.resolve(made), "entries:\n");
    assertThat(files.undo(saved)).isInstanceOf(Saved.class);
    assertThat(folder.resolve(made)).doesNotExist();
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void whoFindsTheDossierLockedIsToldSo() throws IOException {
    byte[] before = bytes();
    try (DossierWriter other = DossierFolder.at(folder).write()) {
      assertThat(files.save(EDIT, files.digest(ICS))).isInstanceOf(Busy.class);
      assertThat(other).isNotNull();
    }
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void aBrokenFileIsRefusedAndStays() throws IOException {
    Files.writeString(folder.resolve(ICS), "answers: [\n");
    Edited edited = files.edited(EDIT);
    assertThat(edited).isInstanceOf(NotEditable.class);
    assertThat(files.save(EDIT, files.digest(ICS))).isInstanceOf(Refused.class);
    assertThat(Files.readString(folder.resolve(ICS))).isEqualTo("answers: [\n");
  }

  @Test
  void anAbsentFileBeginsAndIsAbsentAgainWhenThatIsUndone() throws IOException {
    Files.delete(folder.resolve(ICS));
    assertThat(files.text(ICS)).isEqualTo(Optional.empty());
    Saved begun = (Saved) files.save(EDIT, files.digest(ICS));
    assertThat(Files.readString(folder.resolve(ICS)))
        .isEqualTo("answers:\n  5.1-5:\n    support: N\n    detail: Not built yet.\n");
    assertThat(files.undo(begun)).isInstanceOf(Saved.class);
    assertThat(folder.resolve(ICS)).doesNotExist();
  }
}
