package dev.plumbline.importers.matterpics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatterPicsImporterTest extends ImporterContract {
  @TempDir private Path folder;

  @Override
  protected Importer importer() {
    return new MatterPicsImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  private static String cluster(String code, boolean support) {
    return "<clusterPICS><usage><picsItem><itemNumber>"
        + code
        + "</itemNumber><support>"
        + support
        + "</support></picsItem></usage></clusterPICS>";
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private ImportReport read(String name, byte[] bytes) throws IOException {
    return trial().read(Files.write(folder.resolve(name), bytes));
  }

  private static Observation of(ImportReport report, String subject) {
    return report.observations().stream()
        .filter(o -> o.subject().equals(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError(subject + ": " + report));
  }

  @Test
  void itemsAreKeptByThePrefixOfTheirCodesAndTestInformationIsNot() throws IOException {
    ImportReport report = trial().read(sample("found"));
    assertThat(report.observations())
        .extracting(Observation::subject)
        .containsExactlyInAnyOrder("pics/ACL", "pics/MCORE");
    Observation base = of(report, "pics/MCORE");
    assertThat(base.value().get("supported"))
        .isEqualTo(
            List.of(
                "MCORE.COM.BLE",
                "MCORE.COM.WIFI",
                "MCORE.OTA.Requestor",
                "MCORE.ROLE.COMMISSIONEE"));
    assertThat(base.value().get("unsupported"))
        .isEqualTo(List.of("MCORE.COM.ETH", "MCORE.COM.THR"));
    assertThat(base.coverage()).containsEntry("items", 6L).containsEntry("complete", true);
  }

  @Test
  void thePlainFormIsReadAndNeverCalledComplete() throws IOException {
    ImportReport report = trial().read(sample("plain"));
    assertThat(of(report, "pics/MCORE").value().get("supported"))
        .isEqualTo(List.of("MCORE.COM.THR", "MCORE.ROLE.COMMISSIONEE"));
    assertThat(of(report, "pics/OPCREDS").coverage()).containsEntry("complete", false);
  }

  @Test
  void settingsOfAnotherProgramAreNoPics() throws IOException {
    assertThat(trial().read(sample("settings")).problems())
        .extracting(Problem::id)
        .containsExactly("PLB-8001");
  }

  @Test
  void anItemOfSeveralEndpointsIsSupportedWhereAnyOfThemSupportsIt() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pics/0/cluster.xml", cluster("CNET.S", true));
    files.put("__MACOSX/pics/0/._cluster.xml", "not XML");
    files.put("pics/readme.txt", "not XML");
    files.put("pics/1/cluster.XML", cluster("CNET.S", false));
    ImportReport report = read("pics.zip", zip(files));
    assertThat(report.importer()).isEqualTo("matter-pics");
    assertThat(of(report, "pics/CNET").value().get("supported")).isEqualTo(List.of("CNET.S"));
    assertThat(of(report, "pics/CNET").coverage()).containsEntry("complete", true);
  }

  @Test
  void anArchiveThatIsCutAnywhereGivesNoFact() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.xml", cluster("ACL.S", true));
    files.put("b.xml", cluster("CNET.S", true));
    byte[] whole = zip(files);
    for (int length = 4; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
      assertThat(trial().read(importer(), cut).observations()).as("%s bytes", length).isEmpty();
    }
  }

  @Test
  void anArchiveThatUnpacksToMuchMoreIsRefused() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.xml", cluster("ACL.S", true));
    files.put("b.xml", " ".repeat(9 << 20));
    assertThat(read("bomb.zip", zip(files)).problems())
        .extracting(Problem::id)
        .containsExactly("PLB-8013");
  }

  @Test
  void namesInAnArchiveReachNoFile() throws IOException {
    ImportReport report =
        read("pics.zip", zip(Map.of("../../escaped.xml", cluster("ACL.S", true))));
    assertThat(of(report, "pics/ACL").value().get("supported")).isEqualTo(List.of("ACL.S"));
    assertThat(folder.resolve("../../escaped.xml")).doesNotExist();
  }

  @Test
  void anItemWithoutAFlagIsLeftOutAndTold() throws IOException {
    String odd =
        "<picsItem><itemNumber>&lt;b&gt;</itemNumber><support>maybe</support></picsItem></usage>";
    ImportReport report =
        read(
            "odd.xml",
            cluster("ACL.S", true).replace("</usage>", odd).getBytes(StandardCharsets.UTF_8));
    assertThat(of(report, "pics/ACL").coverage()).containsEntry("complete", false);
    assertThat(report.problems()).extracting(Problem::id).contains("PLB-8006");
  }
}
