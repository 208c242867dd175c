package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code test --lead} with the real dnsmasq, in two networks that are joined by a cable. */
@Tag("peers")
class LeadingPeerTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final long SECONDS = 600;

  @TempDir private Path directory;

  @Test
  void aDeviceThatKnowsNothingIsLedToTheStandInAndNobodyElseIs() throws IOException {
    assertThat(Path.of("/usr/sbin/dnsmasq"))
        .as("type: sudo apt-get install -y dnsmasq-base iproute2")
        .isExecutable();
    Path dossier = Repository.copyOfExample("sound-camera", directory.resolve("camera"));
    Path product = dossier.resolve("product.yaml");
    Files.writeString(
        product,
        Files.readString(product)
            .replace(
                "  targets:\n",
                "  targets:\n    - address: \""
                    + LedDevice.ADDRESS
                    + "\"\n      ports: [\"1-65535\"]\n")
            .replace("waitSeconds: 10", "waitSeconds: 5")
            .replace("127.88.9.11:8443", LedDevice.TESTER + ":443"));
    Path log = directory.resolve("log");
    PrivateNetwork.run(LeadingRun.class, List.of(dossier.toString()), log, SECONDS);
    assertThat(Files.readString(log))
        .contains("not an active, non-loopback network interface")
        .contains("'lo' is not an active")
        .contains("one target of product.yaml has to lie in the network of empty")
        .contains("The device took the address " + LedDevice.ADDRESS)
        .contains("it asked for cloud.devices.example, elsewhere.example.");
    assertThat(dossier.resolve("ended")).hasContent("exits 2 2 2 0, children 0");
    assertThat(dossier.resolve("device"))
        .hasContent(
            "leased " + LedDevice.ADDRESS + ", server at " + LedDevice.TESTER + ", elsewhere none");
    List<Observation> all =
        Workspace.open(dossier, DAY).workspace().orElseThrow().dossier().observations();
    assertThat(all)
        .filteredOn(o -> o.subject().equals("client/" + LedDevice.TESTER + "/443"))
        .singleElement()
        .satisfies(o -> assertThat(o.reason()).contains("speaks no TLS"));
  }
}
