package dev.plumbline.importers.lynisreport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importers.kit.Tool;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lynis itself, on this machine with an address of its own; its test tells addresses. Lynis takes
 * longer for tests that it leaves out than for this one, so other groups are not asked for.
 */
@Tag("peers")
class LynisPeerTest {
  private static final String AUDIT =
      """
      set -e
      ip link set lo up
      ip link add near type veth peer name far
      ip address add 192.0.2.10/24 dev near
      ip link set near up
      ip link set far up
      lynis audit system --quick --no-colors --no-plugins --tests-from-group networking \
        --tests NETW-3008 --report-file "$PWD/lynis.dat" \
        --log-file "$PWD/lynis.log"
      """;

  @Test
  void readsWhatLynisWrites(@TempDir Path folder) throws IOException, InterruptedException {
    Tool.run(folder, "lynis", Set.of(0), "unshare", "--net", "--map-root-user", "sh", "-c", AUDIT);
    ImportReport report = ImportTrial.at("192.0.2.10").read(folder.resolve("lynis.dat"));
    assertThat(report.importer()).isEqualTo("lynis-report");
    Observation audit =
        report.observations().stream()
            .filter(o -> o.key().equals("firmware.audit"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(report.toString()));
    assertThat(audit.seen()).isTrue();
    assertThat(audit.coverage()).containsEntry("tests", 1L);
    assertThat(ImportTrial.at("192.0.2.77").read(folder.resolve("lynis.dat")).observations())
        .as("another device's")
        .isEmpty();
  }
}
