package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred dossiers of a stranger, and the network of a laboratory that agreed to none. */
@Tag("peers")
class HostileDossiersTest {
  private static final long SECONDS = 280;

  @TempDir private Path folder;

  @Test
  void noPacketIsSentBeforeAPersonAgreed() throws IOException {
    Path settings = Files.createDirectory(folder.resolve("settings"));
    PrivateNetwork.run(
        HostileDossiersRun.class,
        List.of(folder.toString()),
        folder.resolve("log"),
        SECONDS,
        Map.of("PLUMBLINE_CONFIG", settings.toString(), "PLUMBLINE_SECRET", "s3cret"));
    List<String> packets = Files.readAllLines(folder.resolve("packets"));
    assertThat(packets.getFirst())
        .as("sent before the last word: %s", packets)
        .contains("127.0.0.1.9");
    assertThat(settings.resolve("trust")).doesNotExist();
    // One is refused before: the driver of a link-local device without another address.
    assertThat(Files.readString(folder.resolve("codes")))
        .as("by command and exit code")
        .contains("assess 13=10", "driver 13=1", "test 12=1", "test 13=99", "trust 13=4")
        .doesNotContain(" 1=");
  }
}
