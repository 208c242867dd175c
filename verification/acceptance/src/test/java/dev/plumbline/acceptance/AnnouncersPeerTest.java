package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Debian's avahi and minidlna announce. Avahi answers whoever asks; minidlna hears the group
 * alone, and its port refuses who searches directly.
 */
@Tag("peers")
class AnnouncersPeerTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final long SECONDS = 600;

  @TempDir private static Path directory;

  @BeforeAll
  static void askTheDevice() throws IOException {
    for (String program : List.of("avahi-daemon", "minidlnad")) {
      assertThat(Path.of("/usr/sbin", program))
          .as("type: sudo apt-get install -y avahi-daemon minidlna iproute2")
          .isExecutable();
    }
    Path dossier = Repository.copyOfExample("home-hub", directory.resolve("hub"));
    Path product = dossier.resolve("product.yaml");
    Files.writeString(
        product,
        Files.readString(product)
            .replace("127.88.5.1", AnnouncersRun.DEVICE)
            .replace("1-65535", "1900\", \"5353\", \"8200"));
    Path log = directory.resolve("log");
    PrivateNetwork.run(
        AnnouncersRun.class,
        List.of(dossier.toString(), Files.createDirectory(directory.resolve("run")).toString()),
        log,
        SECONDS);
    assertThat(Files.readString(log))
        .contains("root".equals(System.getProperty("user.name")) ? "confines" : "does not confine")
        .doesNotContain("The kernel stopped");
  }

  private static Observation one(String key, String subject) {
    return Workspace.open(directory.resolve("hub"), DAY)
        .workspace()
        .orElseThrow()
        .dossier()
        .observations()
        .stream()
        .filter(o -> o.key().equals(key) && o.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAvahiAnnouncesIsReadWithoutItsNeighbours() {
    Observation seen = one("mdns.services", "udp/" + AnnouncersRun.DEVICE + "/5353");
    assertThat(seen.texts("kinds")).as("%s", seen).containsExactly("_http._tcp.local");
    assertThat(String.valueOf(seen.value().get("services")))
        .contains("host=device.local", "port=8080", "serial=XY-1234");
    assertThat(seen.coverage())
        .containsEntry("unanswered", List.of())
        .containsEntry("group", "not asked");
  }

  @Test
  void minidlnaIsFoundThroughItsGroupThoughItsPortRefuses() {
    Observation seen = one("upnp.surface", "udp/" + AnnouncersRun.DEVICE + "/1900");
    assertThat(seen.flag("present")).as("%s", seen).contains(true);
    assertThat(seen.coverage()).containsEntry("group", "answered");
    assertThat(seen.texts("locations"))
        .containsExactly("http://" + AnnouncersRun.DEVICE + ":8200/rootDesc.xml");
    Observation control = one("upnp.control", "tcp/" + AnnouncersRun.DEVICE + "/8200");
    assertThat(String.valueOf(control.value().get("services"))).contains("ContentDirectory");
    assertThat(String.valueOf(control.value().get("devices"))).contains("serialNumber=XY-1234");
    assertThat(String.valueOf(control.value().get("open"))).contains("GetSearchCapabilities");
  }
}
