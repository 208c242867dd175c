package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Pcap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads a verdict that rests on a capture finds the packets in it. */
class CapturedFramesTest {
  private static final String ITEM = "5.6-1-2c@DUT";

  /** What a peer sent and no observation tells. */
  private static final String SECRET = "kept-out-of-reports";

  @TempDir Path directory;

  @Test
  void explain_and_the_reports_name_the_frames() throws IOException {
    Path dossier = Copies.of("careless-camera", directory.resolve("camera"));
    Connection other = new Connection("192.0.2.77", 40_000, "127.88.1.1", 2_424).open();
    Connection served =
        new Connection("192.0.2.77", 40_001, "127.88.1.1", 2_323).open().client(SECRET);
    Path capture =
        Files.write(
            directory.resolve("capture.pcap"),
            Pcap.ethernet().ip(other.packets()).ip(served.packets()).done());

    assertThat(Ran.of("capture", dossier.toString(), capture.toString()).code()).isZero();

    assertThat(Ran.of("explain", dossier.toString(), ITEM).out())
        .contains("tcp/127.88.1.1/2323")
        .contains(", frames 4, 5, 6, 7");
    Ran.of("report", dossier.toString(), "--format", "json,html", "--out", directory.toString());
    String result = Files.readString(directory.resolve("result.json"));
    assertThat(result.replaceAll("\\s", "")).contains("\"frames\":{\"first\":[4,5,6,7],");
    assertThat(Files.readString(directory.resolve("report.html")))
        .contains(", frames 4, 5, 6, 7")
        .doesNotContain(SECRET);
    String line = Files.readString(dossier.resolve("record/observations.jsonl"));
    assertThat(line).contains("\"frames\":{");
  }
}
