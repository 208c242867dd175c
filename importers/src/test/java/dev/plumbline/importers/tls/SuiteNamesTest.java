package dev.plumbline.importers.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteNamesTest {
  /** Modules that do not know each other keep the same registry; this holds them together. */
  @ParameterizedTest
  @ValueSource(strings = {"suites.csv", "sslv2.csv"})
  void theRegistryIsThatOfTheTlsProbe(String file) throws IOException {
    String folder = "src/main/resources/dev/plumbline/";
    assertThat(Path.of(folder, "importers/tls", file))
        .hasSameTextualContentAs(Path.of("../probes", folder, "probes/tlsendpoint", file));
  }

  @Test
  void namesAreFoundByNumber() {
    SuiteNames names = SuiteNames.load();
    assertThat(names.byCode("0xC030")).contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
    assertThat(names.byCode("x9c")).contains("TLS_RSA_WITH_AES_128_GCM_SHA256");
    assertThat(names.byCode("010080")).contains("SSL_CK_RC4_128_WITH_MD5");
    assertThat(names.byCode("zz")).isEmpty();
  }
}
