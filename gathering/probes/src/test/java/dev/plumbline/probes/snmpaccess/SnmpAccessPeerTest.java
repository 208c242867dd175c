package dev.plumbline.probes.snmpaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.Daemon;
import dev.plumbline.probes.kit.UdpDaemon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's agent of Net-SNMP. */
@Tag("peers")
class SnmpAccessPeerTest {
  private static final String ADDRESS = "127.77.52.20";

  @TempDir private Path directory;

  private Result seenAt(String configuration) throws Exception {
    Path file = Daemon.file(directory, "snmpd.conf", configuration);
    try (UdpDaemon agent =
        UdpDaemon.start(
            ADDRESS,
            directory,
            "snmpd",
            new byte[] {0},
            port ->
                List.of(
                    "env",
                    "SNMP_PERSISTENT_DIR=" + directory,
                    "/usr/sbin/snmpd",
                    "-f",
                    "-Lo",
                    "-r",
                    "-C",
                    "-c",
                    file.toString(),
                    "udp:" + ADDRESS + ":" + port))) {
      return ProbeTrial.against(agent.endpoint())
          .given(
              "udp.open-ports",
              "address/" + ADDRESS,
              Map.of(
                  "heard",
                  List.of(Map.of("port", (long) agent.endpoint().port(), "protocol", "snmp"))))
          // Whatever is silent is waited for in full, twice; answers come at once.
          .run(new SnmpAccessProbe(Duration.ofSeconds(1)));
    }
  }

  @Test
  void whatItsConfigurationAllowsIsFound() throws Exception {
    Result result =
        seenAt("rocommunity public\nrwcommunity private\nsysContact nobody\nsysLocation here\n");
    Observation seen = result.one("snmp.access");
    assertThat(seen.texts("versions")).contains("1", "2c", "3");
    assertThat(String.valueOf(seen.value().get("communities")))
        .contains("{community=public, version=2c, writes=no}")
        .contains("{community=public, version=1, writes=no}");
    assertThat(String.valueOf(result.one("service.disclosed").value().get("facts")))
        .contains("version", "Linux " + System.getProperty("os.version"));
  }

  /** Whoever asks an agent of version 3 who it is gets the engine ID, without community or user. */
  @Test
  void whatTheEngineIdSaysIsGivenAway() throws Exception {
    Result result = seenAt("engineID CAM-204417\nsysDescr camera\n");
    assertThat(result.one("service.disclosed").coverage().get("looked"))
        .isEqualTo(java.util.List.of("system group", "engine"));
    assertThat(result.one("service.disclosed").value().get("facts"))
        .asString()
        .contains("SNMP engine ID with the text CAM-204417");
  }
}
