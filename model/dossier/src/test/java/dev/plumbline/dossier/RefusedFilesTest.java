package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.journal.JournalLine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTest {
  private static final long GIGABYTE = 1L << 30;

  @TempDir private Path directory;
  @TempDir private Path elsewhere;

  private DossierOnDisk disk() {
    return DossierOnDisk.in(directory);
  }

  private void sparse(String file, long size) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    try (RandomAccessFile f = new RandomAccessFile(path.toFile(), "rw")) {
      f.setLength(size);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "product.yaml",
        "ics.yaml",
        "evidence.yaml",
        "ixit/1-AuthMech.yaml",
        "samples/passwords.csv",
        "evidence/photo.txt",
      })
  void aLinkIsNotFollowed(String file) throws IOException {
    DossierOnDisk disk = disk();
    Path target = elsewhere.resolve("target");
    Files.move(directory.resolve(file), target);
    Files.createSymbolicLink(directory.resolve(file), target);

    assertThat(disk.problems()).contains("PLB-1012 " + file).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ixit", "evidence", "samples"})
  void aLinkedFolderIsNotFollowed(String folder) throws IOException {
    DossierOnDisk disk = disk();
    Files.move(directory.resolve(folder), elsewhere.resolve("target"));
    Files.createSymbolicLink(directory.resolve(folder), elsewhere.resolve("target"));

    assertThat(disk.problems()).contains("PLB-1012 " + folder);
    assertThat(disk.dossier().ixit().has("1-AuthMech")).isEqualTo(!folder.equals("ixit"));
  }

  @Test
  void aLinkedJournalIsNotFollowed() throws IOException {
    DossierOnDisk disk = disk();
    Files.createDirectory(directory.resolve("record"));
    Files.createSymbolicLink(
        directory.resolve("record/observations.jsonl"), elsewhere.resolve("none"));

    assertThat(disk.problems()).containsExactly("PLB-1012 record/observations.jsonl");
  }

  @Test
  void aPipeIsNotRead() throws IOException, InterruptedException {
    DossierOnDisk disk = disk();
    Files.delete(directory.resolve("ics.yaml"));
    Process mkfifo = new ProcessBuilder("mkfifo", directory.resolve("ics.yaml").toString()).start();
    assertThat(mkfifo.waitFor()).isZero();

    assertThat(disk.problems()).containsExactly("PLB-1013 ics.yaml");
  }

  @Test
  void aDirectoryIsNoFile() throws IOException {
    DossierOnDisk disk = disk();
    Files.delete(directory.resolve("ixit/4-Conf.yaml"));
    Files.createDirectory(directory.resolve("ixit/4-Conf.yaml"));

    assertThat(disk.problems()).containsExactly("PLB-1013 ixit/4-Conf.yaml");
  }

  @Test
  void aFileIsNoDirectory() {
    DossierOnDisk disk = disk().with("record", "x");
    assertThat(disk.problems()).contains("PLB-1013 record");
  }

  @Test
  void aCellOfAGigabyteIsNotRead() throws IOException {
    DossierOnDisk disk = disk();
    sparse("ixit/1-AuthMech.yaml", GIGABYTE);
    assertThat(disk.problems()).containsExactly("PLB-1014 ixit/1-AuthMech.yaml");
  }

  @Test
  void aByteThatIsNotUtf8IsToldWithItsPlace() throws IOException {
    DossierOnDisk disk = disk();
    byte[] bytes = DossierOnDisk.ICS.getBytes(StandardCharsets.UTF_8);
    bytes[22] = (byte) 0xe9;
    Files.write(directory.resolve("ics.yaml"), bytes);
    Problems problems = new Problems();
    disk.open(problems);

    assertThat(problems.sorted()).hasSize(1);
    Problem problem = problems.sorted().getFirst();
    assertThat(DossierOnDisk.told(problems)).containsExactly("PLB-1015 ics.yaml:2:8");
    assertThat(problem.what()).contains("offset 22");
  }

  @Test
  void aByteOrderMarkIsReadOver() {
    assertThat(disk().with("ics.yaml", "\uFEFF" + DossierOnDisk.ICS).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../photo.txt",
        "/etc/passwd",
        "evidence/../../x",
        "evidence//x",
        "photo.txt",
        "evidence/./x",
        "'evidence\\x'",
        "~/x",
        "C:/x"
      })
  void anEvidencePathStaysBelowItsFolder(String path) {
    assertThat(disk().but("evidence.yaml", "evidence/photo.txt", path).problems())
        .contains("PLB-1050 evidence.yaml:4:9");
  }

  @Test
  void evidenceOverTheLimitIsTold() throws IOException {
    DossierOnDisk disk =
        disk()
            .with(
                "evidence.yaml",
                "files:\n- {sha256: %s, path: evidence/big, what: w, at: 2026-11-24}\n- {sha256: %s, path: evidence/photo.txt, what: w, at: 2026-11-24}\n"
                    .formatted(Digest.of("x"), Digest.of("board")));
    sparse("evidence/big", GIGABYTE);
    assertThat(disk.problems()).containsExactly("PLB-1057 evidence.yaml:3:3");
  }

  @Test
  void aJournalLineOverTheLimitIsRefused() throws IOException {
    DossierOnDisk disk = disk();
    sparse("record/observations.jsonl", JournalLine.MAX + 1L);
    assertThat(disk.problems()).containsExactly("PLB-1063 record/observations.jsonl:1");
  }

  @Test
  void aFileThatTheSystemCannotReachIsTold() {
    String name = "x".repeat(300);
    assertThat(disk().but("product.yaml", "samples/passwords.csv", name).problems())
        .containsExactly("PLB-1016 " + name);
  }

  @Test
  void aYamlBombIsRefused() {
    assertThat(disk().with("ics.yaml", "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n").problems())
        .containsExactly("PLB-1003 ics.yaml:1:4");
  }

  @Test
  void eachFaultOfTheEvidenceListIsTold() {
    String entry = "- sha256: " + Digest.of("board") + "\n  path: evidence/photo.txt\n";
    String good = "  what: w\n  at: 2026-11-24\n";

    assertThat(disk().with("evidence.yaml", "files:\n" + entry + "  at: 2026-11-24\n").problems())
        .containsExactly("PLB-1058 evidence.yaml:2:3");
    assertThat(disk().with("evidence.yaml", "files:\n" + entry + "  what: w\n").problems())
        .containsExactly("PLB-1055 evidence.yaml:2:3");
    assertThat(disk().with("evidence.yaml", "files:\n" + entry + good + entry + good).problems())
        .containsExactly("PLB-1056 evidence.yaml:6:3");
    assertThat(disk().but("evidence.yaml", "sha256: ", "sha256: x").problems())
        .contains("PLB-1054 evidence.yaml:3:11");
    assertThat(disk().but("evidence.yaml", "photo.txt", "none.txt").problems())
        .contains("PLB-1051 evidence.yaml:3:3", "PLB-1053 evidence/photo.txt");
    assertThat(disk().with("evidence/other", "x").problems())
        .containsExactly("PLB-1053 evidence/other");
  }
}
