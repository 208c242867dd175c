package dev.plumbline.importers.testssljson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestsslJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new TestsslJsonImporter();
  }

  private String found() throws IOException {
    return Files.readString(sample("found"));
  }

  private Observation read(String json, String key, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("t.json"), json);
    return trial().read(importer(), file).observations().stream()
        .filter(o -> o.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void versionsAndAllSuitesAreRead() throws IOException {
    Observation versions = fact("found", "tls.versions");
    assertThat(versions.subject()).isEqualTo("tcp/192.0.2.10/8443");
    assertThat(versions.texts("accepted")).containsExactly("TLSv1.2", "TLSv1.3");
    assertThat(versions.texts("refused")).containsExactly("SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1");
    Observation suites = fact("found", "tls.suites");
    assertThat(suites.texts("accepted"))
        .hasSize(23)
        .contains("TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_AES_128_GCM_SHA256");
    assertThat(suites.coverage()).containsEntry("complete", true);
  }

  @Test
  void theCertificateIsJudgedOnTheDayOfTheRun() throws IOException {
    Observation certificate = fact("found", "tls.certificate");
    assertThat(certificate.text("subject")).isEqualTo("CN=camera.example");
    assertThat(certificate.texts("faults")).containsExactly("self-signed");
    assertThat(certificate.coverage()).containsEntry("checkedOn", "2026-11-25");
  }

  @Test
  void weaknessesHaveTheNamesOfTheProbe() throws IOException {
    Observation weak = fact("found", "tls.weaknesses");
    assertThat(weak.texts("found")).containsExactly("static-rsa");
    assertThat(weak.texts("absent")).contains("rc4", "export", "client-renegotiation", "heartbeat");
  }

  @Test
  void anInterruptedRunRefusesNothing(@TempDir Path folder) throws IOException {
    String cut = found().replace("\"144\"", "\"Scan interrupted\"");
    Observation versions = read(cut, "tls.versions", folder);
    assertThat(versions.texts("accepted")).contains("TLSv1.2");
    assertThat(versions.texts("refused")).isEmpty();
    assertThat(read(cut, "tls.suites", folder).coverage()).containsEntry("complete", false);
  }

  @Test
  void aFatalLineMakesTheRunIncomplete(@TempDir Path folder) throws IOException {
    String fatal = found().replaceFirst("\"severity\"     : \"LOW\"", "\"severity\" : \"FATAL\"");
    assertThat(read(fatal, "tls.versions", folder).texts("refused")).isEmpty();
    assertThat(read(fatal, "tls.suites", folder).coverage()).containsEntry("complete", false);
  }

  @Test
  void aRunOfVersionsAloneKnowsNoSuites() throws IOException {
    assertThat(fact("sections", "tls.versions").texts("refused")).contains("SSLv3", "TLSv1.0");
    assertThat(trial().read(sample("sections")).observations())
        .noneMatch(o -> o.key().equals("tls.suites"));
    assertThat(trial().read(sample("sections")).run().version()).isEqualTo("3.2.1");
  }

  @Test
  void aPortWithoutTlsHasNoAnswer() throws IOException {
    assertThat(fact("nothing", "tls.versions").seen()).isFalse();
  }

  @Test
  void theTableSaysTheSameAsTheList() throws IOException {
    assertThat(trial().read(sample("table")).importer()).isEqualTo("testssl-json");
    Observation versions = fact("table", "tls.versions");
    assertThat(versions.subject()).isEqualTo("tcp/192.0.2.10/443");
    assertThat(versions.texts("accepted")).containsExactly("TLSv1.2");
    assertThat(versions.texts("refused")).containsExactly("SSLv3");
    assertThat(fact("open-table", "tls.versions").texts("refused")).isEmpty();
  }
}
