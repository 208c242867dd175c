package dev.plumbline.importers.masscanjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importers.kit.Tool;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** masscan itself, in a network of its own: it writes packets past the kernel, onto a cable. */
@Tag("peers")
class MasscanPeerTest {
  private static final String CABLE =
      """
      set -e
      ip link set lo up
      ip link add near address 02:00:00:00:00:01 type veth peer name far address 02:00:00:00:00:02
      ip link set near up
      ip link set far up
      ip address add 192.0.2.10/24 dev far
      mkfifo ready
      /usr/bin/python3 -c 'import socket, time
      server = socket.create_server(("192.0.2.10", 8080))
      open("ready", "w").close()
      time.sleep(60)' &
      server=$!
      read -r line <ready || true
      masscan 192.0.2.10 -p8080,8081 --interface near --adapter-ip 192.0.2.9 \
        --adapter-mac 02:00:00:00:00:01 --router-mac 02:00:00:00:00:02 --rate 100 --wait 1 \
        -oJ masscan.json
      kill "$server"
      """;

  @Test
  void readsWhatMasscanWrites(@TempDir Path folder) throws IOException, InterruptedException {
    Tool.run(
        folder, "masscan", Set.of(0), "unshare", "--net", "--map-root-user", "sh", "-c", CABLE);
    ImportReport report = ImportTrial.at("192.0.2.10").read(folder.resolve("masscan.json"));
    assertThat(report.importer()).isEqualTo("masscan-json");
    assertThat(report.observations())
        .filteredOn(o -> o.key().equals("tcp.open-ports"))
        .singleElement()
        .satisfies(o -> assertThat(o.texts("open")).containsExactly("8080"));
  }
}
