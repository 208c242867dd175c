package dev.plumbline.importers.tlsxjsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TlsxJsonlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new TlsxJsonlImporter();
  }

  @Test
  void versionsAndSuitesThatWereAgreedOnAreRead() throws IOException {
    Observation versions = fact("found", "tls.versions");
    assertThat(versions.texts("accepted")).containsExactly("TLSv1.0", "TLSv1.2", "TLSv1.3");
    assertThat(versions.texts("undecided")).containsExactly("SSLv2", "SSLv3", "TLSv1.1");
    assertThat(fact("found", "tls.suites").texts("accepted"))
        .containsExactlyInAnyOrder(
            "TLS_AES_128_GCM_SHA256",
            "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    assertThat(fact("found", "tls.certificate").texts("faults")).containsExactly("self-signed");
  }

  @Test
  void aPortThatDidNotAnswerIsUndetermined() throws IOException {
    assertThat(fact("nothing", "tls.versions").seen()).isFalse();
  }
}
