package dev.plumbline.probes.tftpfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.UdpDaemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's tftpd-hpa. */
@Tag("peers")
class TftpFilesPeerTest {
  private static final String ADDRESS = "127.77.54.20";
  private static final byte[] QUESTION =
      "\0\1nothing\0octet\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

  @TempDir private Path directory;

  @Test
  void aFileInItsFolderIsReadAndNoneOutside() throws Exception {
    Path served = Files.createDirectory(directory.resolve("served"));
    Files.writeString(served.resolve("config.txt"), "password=from-the-shelf\n");
    try (UdpDaemon server =
        UdpDaemon.start(
            ADDRESS,
            directory,
            "tftpd-hpa",
            QUESTION,
            port ->
                List.of(
                    "/usr/sbin/in.tftpd",
                    "--foreground",
                    "--user",
                    System.getProperty("user.name"),
                    "--address",
                    ADDRESS + ":" + port,
                    "--secure",
                    served.toString()))) {
      Observation seen =
          ProbeTrial.against(server.endpoint())
              .given(
                  "udp.open-ports",
                  "address/" + ADDRESS,
                  Map.of(
                      "heard",
                      List.of(Map.of("port", (long) server.endpoint().port(), "protocol", "tftp"))))
              .run(new TftpFilesProbe(Duration.ofSeconds(4)))
              .one("tftp.files");
      assertThat(seen.value().get("readable"))
          .isEqualTo(List.of(Map.of("file", "config.txt", "bytes", 24L, "kind", "data")));
    }
  }
}
