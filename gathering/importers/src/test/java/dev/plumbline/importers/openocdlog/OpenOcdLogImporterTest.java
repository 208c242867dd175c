package dev.plumbline.importers.openocdlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenOcdLogImporterTest extends ImporterContract {
  @TempDir Path folder;

  @Override
  protected Importer importer() {
    return new OpenOcdLogImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  private ImportTrial declared() {
    return trial()
        .declaring("15-PhyIntf", row("15-PhyIntf", "Intf-3"))
        .declaring("10-SecParam", row("10-SecParam", "SecParam-2"));
  }

  private static IxitEntry row(String table, String id) {
    return new IxitEntry(table, id, Map.of(), Place.of("ixit/" + table + ".yaml"));
  }

  @Test
  void namesThePortAndTheCore() throws IOException {
    Observation port = fact("found", "debug.port");
    assertThat(port.value().get("ports"))
        .isEqualTo(
            List.of(
                Map.of(
                    "interface", "jtag",
                    "name", "chip.cpu",
                    "id", "0x4ba00477",
                    "maker", "ARM Ltd",
                    "part", "0xba00")));
    assertThat(port.value()).containsEntry("halted", true);
    assertThat(port.coverage()).containsEntry("transport", "jtag").containsEntry("kHz", 1000L);
  }

  @Test
  void aSilentPortIsAFactOfThePinsThatWereTried() throws IOException {
    Observation port = fact("nothing", "debug.port");
    assertThat(port.value()).containsEntry("ports", List.of());
    assertThat(port.coverage())
        .containsEntry("silence", "JTAG scan chain interrogation failed: all ones");
  }

  @Test
  void withoutAnAdapterNothingIsKnown() throws IOException {
    assertThat(fact("noadapter", "debug.port").seen()).isFalse();
  }

  @Test
  void theDummyAdapterHasNoPortBehindIt() throws IOException {
    assertThat(fact("dummy", "debug.port").seen()).isFalse();
  }

  @Test
  void aMarkedTrialIsOfItsRowAndItsContacts() throws IOException {
    ImportReport report = declared().read(importer(), sample("trial"));
    Observation port = report.observations().getFirst();
    assertThat(port.subject()).isEqualTo("15-PhyIntf/Intf-3");
    assertThat(port.value())
        .containsEntry("ports", List.of())
        .containsEntry("silent", List.of("swd"));
    assertThat(port.coverage())
        .containsEntry("pads", List.of("TP1", "TP2", "TP3"))
        .containsEntry("control", true)
        .containsEntry("ended", true);
    Observation write = report.observations().getLast();
    assertThat(write.key() + " " + write.subject()).isEqualTo("debug.write 10-SecParam/SecParam-2");
    assertThat(write.value()).containsEntry("result", "refused").containsEntry("answered", false);
  }

  @Test
  void aTrialOfARowThatIsNotDeclaredIsOfNone() throws IOException {
    ImportReport report = trial().read(importer(), sample("trial"));
    assertThat(report.observations()).extracting(Observation::subject).containsExactly("DUT");
    assertThat(report.problems()).extracting(p -> p.id()).contains("PLB-8006");
  }

  @Test
  void tellsTheReadOutProtection() throws IOException {
    ImportReport report = declared().read(importer(), sample("locked"));
    assertThat(report.observations())
        .hasSize(2)
        .allSatisfy(o -> assertThat(o.value()).containsEntry("readOut", "locked"));
    assertThat(report.observations().getLast().value())
        .containsEntry("result", "refused")
        .containsEntry("answered", true);
  }

  private static final String HEAD = "Open On-Chip Debugger 0.12.0\n";
  private static final String TRIAL = "plumbline trial interface=Intf-3 pads=TP1,TP2,TP3\n";
  private static final String POWER = "plumbline device power-on\n";
  private static final String VOLTAGE = "Info : Target voltage: 3.258651\n";
  private static final String SILENT_SWD = "Error: Error connecting DP: cannot read IDR\n";
  private static final String SILENT_JTAG =
      "Error: JTAG scan chain interrogation failed: all ones\n";
  private static final String REFERENCE = "Info : SWD DPIDR 0x2ba01477\n";
  private static final String END = "plumbline end\n";

  private List<Observation> log(String text) throws IOException {
    return declared()
        .read(importer(), Files.writeString(folder.resolve("trial.openocd.log"), HEAD + text))
        .observations();
  }

  private boolean control(String text) throws IOException {
    return Boolean.TRUE.equals(log(text).getFirst().coverage().get("control"));
  }

  @Test
  void aReferenceBoardShowsNothingOfADeviceWithoutPower() throws IOException {
    assertThat(control(REFERENCE + TRIAL + SILENT_SWD + END)).isEqualTo(false);
    assertThat(control(REFERENCE + TRIAL + POWER + SILENT_SWD + END)).isEqualTo(true);
    assertThat(control(POWER + REFERENCE + TRIAL + SILENT_SWD + END)).isEqualTo(false);
  }

  @Test
  void aReferenceBoardShowsTheTransportThatItAnsweredTo() throws IOException {
    assertThat(control(REFERENCE + TRIAL + POWER + SILENT_JTAG + END)).isEqualTo(false);
  }

  @Test
  void aSecondTrialOfOtherContactsTakesTheAnswerAway() throws IOException {
    String other = "plumbline trial interface=Intf-4 pads=TP9\n";
    assertThat(log(TRIAL + VOLTAGE + SILENT_SWD + other + SILENT_JTAG + END))
        .noneMatch(Observation::seen);
    assertThat(log(TRIAL + VOLTAGE + SILENT_SWD + TRIAL + SILENT_JTAG + END).getFirst().value())
        .containsEntry("silent", List.of("jtag", "swd"));
  }

  @Test
  void aWriteThatWasNotTriedWasNotRefused() throws IOException {
    for (String error :
        List.of("Error: couldn't open identity.bin\n", "invalid command name \"flsh\"\n")) {
      Observation write =
          log(TRIAL + VOLTAGE + REFERENCE + "plumbline write SecParam-2\n" + error + END).getLast();
      assertThat(write.key()).isEqualTo("debug.write");
      assertThat(write.value()).containsEntry("result", "unknown");
    }
  }
}
