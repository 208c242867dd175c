package dev.plumbline.importers.serialconsolelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SerialConsoleLogImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SerialConsoleLogImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void aShellWithoutPasswordIsSeen() throws IOException {
    Observation log = fact("found", "console.log");
    assertThat(log.value())
        .containsEntry("bootLoaders", List.of("U-Boot 2024.10"))
        .containsEntry("kernels", List.of("6.6.58"))
        .containsEntry("bootCanBeStopped", true)
        .containsEntry("loginPrompt", false)
        .containsEntry("shellWithoutPassword", true);
    assertThat(log.coverage()).containsEntry("bootSeen", true);
  }

  @Test
  void aLoginThatRefusesIsNoShell() throws IOException {
    assertThat(fact("nothing", "console.log").value())
        .containsEntry("loginPrompt", true)
        .containsEntry("bootCanBeStopped", false)
        .containsEntry("shellWithoutPassword", false);
  }

  @Test
  void aShellBehindAPasswordIsNotOpen() throws IOException {
    assertThat(fact("login", "console.log").value())
        .containsEntry("loginPrompt", true)
        .containsEntry("shellWithoutPassword", false);
  }

  @Test
  void aLogAtTheWrongSpeedIsNoAnswer() throws IOException {
    assertThat(fact("garbled", "console.log").seen()).isFalse();
  }

  private Observation trial(String name) throws IOException {
    ImportTrial declared =
        trial()
            .declaring(
                "15-PhyIntf",
                new IxitEntry("15-PhyIntf", "Intf-3", Map.of(), Place.of("ixit/15-PhyIntf.yaml")));
    return declared.read(importer(), sample(name)).observations().getFirst();
  }

  @Test
  void silenceCountsWhereTheLogShowsTheAdapterAtWork() throws IOException {
    Observation log = trial("silent");
    assertThat(log.subject()).isEqualTo("15-PhyIntf/Intf-3");
    assertThat(log.value()).containsEntry("said", 0L);
    assertThat(log.coverage())
        .containsEntry("pads", List.of("TP1", "TP2", "TP3"))
        .containsEntry("speeds", List.of("9600", "115200"))
        .containsEntry("control", true);
  }

  @Test
  void silenceWithoutALoopBackIsNoAnswer() throws IOException {
    Observation log = trial("unproven");
    assertThat(log.seen()).isFalse();
    assertThat(log.reason()).contains("no loop-back");
  }

  /** What the device writes is no mark of the tester's. */
  @Test
  void aDeviceCannotMarkItsOwnLog() throws IOException {
    Observation log = trial("spoofed");
    assertThat(log.subject()).isEqualTo("DUT");
    assertThat(log.coverage()).doesNotContainKey("control");
  }
}
