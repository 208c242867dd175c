package dev.plumbline.importers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what the tools of Debian write today, not only the samples. */
@Tag("peers")
class RealOutputPeerTest {
  private static final Path CAPTURE =
      Path.of("src/test/resources/dev/plumbline/importers/tsharkjson/traffic.pcap");

  @TempDir private Path folder;

  private static ImportReport read(Path file) {
    return ImportTrial.at("192.0.2.10").read(file);
  }

  private static Observation fact(ImportReport report, String key) {
    return report.observations().stream()
        .filter(o -> o.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + ": " + report));
  }

  @Test
  void gitleaksFindsAKeyAndItIsNotKept() throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("rootfs"));
    String key = "AKIA" + "IOSFODNN7EXAMPLF";
    Files.writeString(secrets.resolve("app.conf"), "user=admin\nkey = \"" + key + "\"\n");
    Path report = folder.resolve("gitleaks.json");
    RealTool.run(
        folder.resolve("out"),
        "gitleaks",
        "gitleaks",
        "detect",
        "--no-git",
        "-s",
        secrets.toString(),
        "-f",
        "json",
        "-r",
        report.toString());
    Observation found = fact(read(report), "firmware.secrets");
    assertThat(String.valueOf(found.value())).contains("aws-access-token", "app.conf", "line=2");
    assertThat(found.toString()).doesNotContain(key);
  }

  @Test
  void checksecTellsOfABinary() throws IOException {
    Path report =
        RealTool.run(
            folder.resolve("checksec.json"),
            "checksec",
            "checksec",
            "--output=json",
            "--file=/usr/bin/true");
    assertThat(fact(read(report), "firmware.hardening").value().get("without"))
        .asString()
        .contains("nx=0");
  }

  @Test
  void openOcdWithoutADeviceFindsNoPort() throws IOException {
    RealTool.run(
        folder.resolve("openocd"),
        "openocd",
        "openocd",
        "-c",
        // Without its servers: their fixed ports may be taken.
        "gdb_port disabled; tcl_port disabled; telnet_port disabled;"
            + " adapter driver dummy; adapter speed 100; transport select jtag;"
            + " jtag newtap chip cpu -irlen 4 -expected-id 0x4ba00477; init; shutdown");
    ImportReport report = read(folder.resolve("openocd.err"));
    assertThat(report.run().version()).isNotEmpty();
    assertThat(fact(report, "debug.port").seen()).isFalse();
  }

  @Test
  void tsharkAndSuricataAgreeOnTheNamesAndContacts() throws IOException {
    Path packets =
        RealTool.run(
            folder.resolve("packets.json"),
            "tshark",
            "tshark",
            "-r",
            CAPTURE.toString(),
            "-T",
            "json",
            "--no-duplicate-keys");
    RealTool.run(
        folder.resolve("suricata"),
        "suricata",
        "suricata",
        "-r",
        CAPTURE.toString(),
        "-k",
        "none",
        "-l",
        folder.toString());
    ImportReport tshark = read(packets);
    ImportReport suricata = read(folder.resolve("eve.json"));
    assertThat(tshark.importer()).isEqualTo("tshark-json");
    assertThat(suricata.importer()).isEqualTo("suricata-eve");
    assertThat(names(tshark)).isEqualTo(names(suricata)).containsExactly("cloud.example.com");
    assertThat(contacts(tshark))
        .containsExactlyInAnyOrderElementsOf(contacts(suricata))
        .contains("tcp/203.0.113.5/443", "udp/192.0.2.1/53");
  }

  private static List<String> names(ImportReport report) {
    return fact(report, "traffic.names").value().get("asked") instanceof List<?> asked
        ? asked.stream()
            .map(a -> String.valueOf(a instanceof Map<?, ?> m ? m.get("name") : ""))
            .toList()
        : List.of();
  }

  private static List<String> contacts(ImportReport report) {
    return report.observations().stream()
        .filter(o -> o.key().equals("traffic.contacts"))
        .map(Observation::subject)
        .toList();
  }
}
