package dev.plumbline.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path directory;
  private Path file;
  private Path victim;

  @BeforeEach
  void files() throws IOException {
    file = directory.resolve("report.html");
    victim = Files.writeString(directory.resolve("victim"), "precious");
  }

  @Test
  void a_link_in_the_place_of_the_file_is_refused() throws IOException {
    Files.createSymbolicLink(file, victim);

    assertThatIOException()
        .isThrownBy(() -> WholeFile.write(file, "new"))
        .withMessageContaining("is a symbolic link");
    assertThat(victim).hasContent("precious");
  }

  @Test
  void a_link_in_the_place_of_the_file_that_is_written_first_is_not_followed() throws IOException {
    Files.createSymbolicLink(directory.resolve(".new-report.html"), victim);
    Files.createSymbolicLink(directory.resolve("report.html.part"), victim);

    WholeFile.write(file, "new");

    assertThat(file).isRegularFile().hasContent("new");
    assertThat(victim).hasContent("precious");
  }

  @Test
  void what_fails_leaves_the_old_file_and_nothing_else() throws IOException {
    Files.writeString(file, "old");

    assertThatIOException()
        .isThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("full");
                    }));

    assertThat(file).hasContent("old");
    try (Stream<Path> all = Files.list(directory)) {
      assertThat(all).containsExactlyInAnyOrder(file, victim);
    }
  }

  @Test
  void a_file_that_is_there_keeps_its_rights() throws IOException {
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    WholeFile.write(file, "new");

    assertThat(rights(file)).isEqualTo("rw-r-----");
  }

  @Test
  void what_is_private_is_so_from_the_first_byte() throws IOException {
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    WholeFile.writePrivately(
        file,
        out -> {
          out.write(1);
          assertThat(rights(directory.resolve(".new-report.html"))).isEqualTo("rw-------");
        });

    assertThat(rights(file)).isEqualTo("rw-------");
  }

  @Test
  void a_private_folder_is_closed_when_made_and_when_found() throws IOException {
    Path folder = directory.resolve("record");
    assertThat(Owner.folder(folder)).isTrue();
    assertThat(rights(folder)).isEqualTo("rwx------");

    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(Owner.folder(folder)).isFalse();
    assertThat(rights(folder)).isEqualTo("rwx------");

    Path link = Files.createSymbolicLink(directory.resolve("link"), folder);
    assertThatIOException().isThrownBy(() -> Owner.folder(link));
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
