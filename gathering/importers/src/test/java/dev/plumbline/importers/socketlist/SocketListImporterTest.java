package dev.plumbline.importers.socketlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketListImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SocketListImporter();
  }

  /** A console lists its own device, whatever its addresses. */
  @Override
  protected boolean namesHosts() {
    return false;
  }

  private static Map<String, Object> socket(
      String transport, String address, long port, String process, boolean loopback) {
    return Map.of(
        "transport", transport,
        "address", address,
        "port", port,
        "process", process,
        "loopback", loopback);
  }

  @Test
  void socketsThatWaitForOthersAreReadWithTheirProcesses() throws IOException {
    Observation seen = fact("found", "console.sockets");
    assertThat(seen.value().get("sockets"))
        .isEqualTo(
            List.of(
                socket("udp", "*", 5353, "avahi-daemon", false),
                socket("udp", "127.0.0.53", 53, "systemd-resolve", true),
                socket("tcp", "*", 443, "lighttpd", false),
                socket("tcp", "*", 2323, "telnetd", false)));
    assertThat(seen.coverage())
        .containsEntry("complete", true)
        .containsEntry("transports", List.of("tcp", "udp"));
  }

  @Test
  void netstatSaysTheSameInItsOwnWay() throws IOException {
    assertThat(fact("netstat", "console.sockets").value().get("sockets"))
        .isEqualTo(
            List.of(
                socket("tcp", "*", 22, "sshd", false),
                socket("tcp", "*", 80, "lighttpd", false),
                socket("udp", "192.0.2.10", 161, "snmpd", false)));
  }

  @Test
  void aListWithoutItsEndIsNotComplete() throws IOException {
    assertThat(fact("cut", "console.sockets").coverage()).containsEntry("complete", false);
  }

  @ParameterizedTest
  @CsvSource({
    "UNCONN 0 0 0.0.0.0:68 0.0.0.0:*,udp,*,68",
    "LISTEN 0 128 [fe80::1]%eth0:546 [::]:*,tcp,fe80::1,546",
    "udp6 0 0 :::546 :::* 77/dhcp6c,udp,*,546",
    "tcp 0 0 127.0.0.1:631 0.0.0.0:* LISTEN,tcp,127.0.0.1,631"
  })
  void eachFormOfALineIsRead(String line, String transport, String address, int port) {
    assertThat(SocketLine.read(line))
        .hasValueSatisfying(
            s -> {
              assertThat(s.transport()).isEqualTo(transport);
              assertThat(s.address()).isEqualTo(address);
              assertThat(s.port()).isEqualTo(port);
            });
  }
}
