package dev.plumbline.importers.sslscanxml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SslscanXmlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SslscanXmlImporter();
  }

  @Test
  void whatIsNotEnabledIsUndecided() throws IOException {
    Observation versions = fact("found", "tls.versions");
    assertThat(versions.subject()).isEqualTo("tcp/192.0.2.10/443");
    assertThat(versions.texts("accepted"))
        .containsExactly("TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    assertThat(versions.texts("refused")).isEmpty();
    assertThat(versions.texts("undecided")).containsExactly("SSLv2", "SSLv3");
  }

  @Test
  void suitesHaveTheirRegisteredNames() throws IOException {
    Observation suites = fact("found", "tls.suites");
    assertThat(suites.texts("accepted"))
        .contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
        .allMatch(s -> s.startsWith("TLS_"));
    assertThat(suites.coverage()).containsEntry("complete", false);
  }

  @Test
  void theCertificateIsReadFromItsCopy() throws IOException {
    Observation certificate = fact("found", "tls.certificate");
    assertThat(certificate.text("subject")).isEqualTo("CN=camera.example");
    assertThat(certificate.text("sha256")).hasSize(64);
    assertThat(certificate.texts("faults")).containsExactly("self-signed");
  }

  @Test
  void aPortWithoutTlsHasNoAnswer() throws IOException {
    assertThat(fact("nothing", "tls.versions").seen()).isFalse();
    assertThat(trial().read(sample("nothing")).observations()).noneMatch(Observation::seen);
  }

  @Test
  void versionOneTellsVersionsByTheirSuites() throws IOException {
    Observation versions = fact("one", "tls.versions");
    assertThat(versions.texts("accepted")).containsExactly("TLSv1.0", "TLSv1.2");
    assertThat(versions.texts("refused")).isEmpty();
    assertThat(fact("one", "tls.suites").texts("accepted"))
        .containsExactlyInAnyOrder(
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA");
    assertThat(fact("one", "tls.weaknesses").texts("found")).contains("compression");
  }
}
