package dev.plumbline.importers.sslyzejson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SslyzeJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SslyzeJsonImporter();
  }

  @Test
  void versionsThatSslyzeTestedAreDecided() throws IOException {
    Observation versions = fact("found", "tls.versions");
    assertThat(versions.texts("accepted")).containsExactly("TLSv1.0", "TLSv1.2", "TLSv1.3");
    assertThat(versions.texts("refused")).containsExactly("SSLv2", "SSLv3", "TLSv1.1");
    assertThat(fact("found", "tls.suites").coverage()).containsEntry("complete", true);
  }

  @Test
  void aVersionThatWasNotTestedIsUndecided(@TempDir Path folder) throws IOException {
    String json = Files.readString(sample("found"));
    int at = json.indexOf("ssl_3_0_cipher_suites");
    String less =
        json.substring(0, at) + json.substring(at).replaceFirst("COMPLETED", "NOT_SCHEDULED");
    Path file = Files.writeString(folder.resolve("s.json"), less);
    assertThat(trial().read(importer(), file).observations())
        .filteredOn(o -> o.key().equals("tls.versions"))
        .allMatch(o -> o.texts("undecided").equals(List.of("SSLv3")));
    assertThat(trial().read(importer(), file).observations())
        .filteredOn(o -> o.key().equals("tls.suites"))
        .allMatch(o -> Boolean.FALSE.equals(o.coverage().get("complete")));
  }

  @Test
  void weaknessesAndTheCertificateAreRead() throws IOException {
    Observation weak = fact("found", "tls.weaknesses");
    assertThat(weak.texts("found"))
        .containsExactly("client-renegotiation", "rc4", "static-rsa", "weak-dh");
    assertThat(weak.texts("absent"))
        .containsExactly("compression", "no-fallback-scsv", "no-secure-renegotiation");
    assertThat(fact("found", "tls.certificate").texts("faults")).containsExactly("self-signed");
    assertThat(fact("found", "tls.groups").texts("accepted"))
        .containsExactly("x25519", "secp256r1");
  }

  @Test
  void aLargeFileIsRecognisedByWhatStandsAtItsEnd(@TempDir Path folder) throws IOException {
    String json = Files.readString(sample("found"));
    String modulus = "\"as_pem\": \"x\", \"rsa_n\": " + "9".repeat(2_466);
    String large =
        json.replaceFirst(
            "\"scan_result\": \\{",
            "\"scan_result\": {\"certificates\": [%s{}],"
                .formatted(("{" + modulus + "},").repeat(40)));
    Path file = Files.writeString(folder.resolve("s.json"), large);
    assertThat(trial().read(file).importer()).isEqualTo("sslyze-json");
    assertThat(trial().read(file).observations()).anyMatch(Observation::seen);
  }
}
