package dev.plumbline.probes.ntpservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.Daemon;
import dev.plumbline.probes.kit.UdpDaemon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's chrony, which tells the time and nothing else. */
@Tag("peers")
class NtpServicePeerTest {
  private static final String ADDRESS = "127.77.53.20";

  @TempDir private Path directory;

  @Test
  void chronyTellsTheTimeAlone() throws Exception {
    try (UdpDaemon server =
        UdpDaemon.start(
            ADDRESS,
            directory,
            "chrony",
            NtpQuestions.time(),
            port ->
                List.of(
                    "/usr/sbin/chronyd",
                    "-d",
                    "-x",
                    "-U",
                    "-u",
                    System.getProperty("user.name"),
                    "-f",
                    Daemon.file(
                            directory,
                            "chrony.conf",
                            """
                            local stratum 8
                            allow all
                            port %d
                            bindaddress %s
                            cmdport 0
                            bindcmdaddress /
                            pidfile %s/pid
                            """
                                .formatted(port, ADDRESS, directory))
                        .toString()))) {
      // Silence to the other questions is waited for in full, twice; the time comes at once.
      Observation seen =
          ProbeTrial.against(server.endpoint())
              .given(
                  "udp.open-ports",
                  "address/" + ADDRESS,
                  Map.of(
                      "heard",
                      List.of(Map.of("port", (long) server.endpoint().port(), "protocol", "ntp"))))
              .run(new NtpServiceProbe(Duration.ofSeconds(1)))
              .one("ntp.service");
      assertThat(seen.value())
          .containsEntry("time", true)
          .containsEntry("variables", false)
          .containsEntry("clients", 0L);
    }
  }
}
