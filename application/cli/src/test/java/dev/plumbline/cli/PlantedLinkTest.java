package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedLinkTest {
  private static final String CAMERA = "../../examples/sound-camera";

  @TempDir Path directory;
  private Path victim;

  @BeforeEach
  void precious() throws IOException {
    victim = Files.writeString(directory.resolve("victim"), "precious");
  }

  @Test
  void a_report_is_not_written_through_links_in_its_folder() throws IOException {
    Path out = Files.createDirectory(directory.resolve("out"));
    Files.createSymbolicLink(out.resolve("badge.svg.part"), victim);
    Files.createSymbolicLink(out.resolve(".new-badge.svg"), victim);
    assertThat(report(out).code()).isEqualTo(11);
    assertThat(out.resolve("badge.svg")).isRegularFile();
    assertThat(victim).hasContent("precious");

    Files.delete(out.resolve("badge.svg"));
    Files.createSymbolicLink(out.resolve("badge.svg"), victim);
    assertThat(report(out).err()).contains("is a symbolic link");
    assertThat(victim).hasContent("precious");
  }

  @Test
  void other_outputs_are_not_written_through_links() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link.html"), victim);
    String to = link.toString();

    assertThat(
            List.of(
                Ran.of("diff", CAMERA, CAMERA, "--format", "html", "-o", to),
                Ran.of("schemes", "for", CAMERA, "--format", "html", "-o", to),
                Ran.of("portfolio", CAMERA, "--html", to),
                Ran.of("export", CAMERA, "--format", "xlsx", "-o", to)))
        .allMatch(r -> r.code() != 0 && r.err().contains("is a symbolic link"));
    assertThat(victim).hasContent("precious");
  }

  private static Ran report(Path out) {
    return Ran.of("report", CAMERA, "--format", "badge", "--out", out.toString());
  }
}
