package dev.plumbline.core.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  @TempDir Path directory;

  /** Another process that makes a file and waits until it is killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws IOException {
      Path file = new Scratch(Path.of(arguments[0])).file("live", ".pcap");
      // A lock that nobody holds would end with its collected channel.
      System.gc();
      System.out.println(file);
      System.out.flush();
      System.in.read();
    }
  }

  @Test
  void what_a_killed_process_left_is_removed_at_the_next_start_and_not_before() throws Exception {
    Path root = directory.resolve("plumbline-me");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                root.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path file = Path.of(process.inputReader().readLine());
    Path ours = new Scratch(root).file("ours", "");
    new Scratch(root).sweep();
    assertThat(file).exists();

    process.destroyForcibly().waitFor();
    new Scratch(root).sweep();

    assertThat(file).doesNotExist();
    assertThat(file.getParent()).doesNotExist();
    assertThat(ours).exists();
  }

  @Test
  void files_and_folders_are_their_owners_alone() throws IOException {
    Path root = directory.resolve("plumbline-me");
    Path folder = new Scratch(root).folder("copy");

    for (Path path : List.of(root, folder, folder.getParent())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void a_root_that_leads_elsewhere_is_not_used() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Path root = Files.createSymbolicLink(directory.resolve("plumbline-me"), elsewhere);
    Scratch scratch = new Scratch(root);

    Path file = scratch.file("live", "");
    scratch.sweep();

    assertThat(file).exists();
    try (Stream<Path> all = Files.list(elsewhere)) {
      assertThat(all).isEmpty();
    }
  }

  @Test
  void deleting_does_not_follow_links() throws IOException {
    Path victim = Files.createDirectory(directory.resolve("victim"));
    Path precious = Files.writeString(victim.resolve("precious"), "x");
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("link"), victim);

    Scratch.delete(folder);

    assertThat(folder).doesNotExist();
    assertThat(precious).exists();
  }
}
