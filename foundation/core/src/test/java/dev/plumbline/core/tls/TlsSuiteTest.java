package dev.plumbline.core.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsSuiteTest {
  private static TlsSuite suite(String name) {
    return TlsSuite.parse(name).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_SHA256_SHA256",
        "TLS_SHA384_SHA384",
        "TLS_RSA_WITH_NULL_SHA256",
        "TLS_NULL_WITH_NULL_NULL",
        "TLS_ECDHE_PSK_WITH_NULL_SHA",
        "SSL_CK_NULL_WITH_MD5"
      })
  void aSuiteThatOnlyProtectsIntegrityEncryptsNothing(String name) {
    assertThat(suite(name).isNull()).isTrue();
    assertThat(suite(name).weaknesses("TLSv1.2")).contains("null-cipher");
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, ECDHE, ECDSA, AES_128_GCM, ''",
    "TLS_RSA_WITH_AES_128_CBC_SHA, RSA, RSA, AES_128_CBC, SHA",
    "TLS_PSK_WITH_AES_128_CCM_8, PSK, PSK, AES_128_CCM_8, ''",
    "TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256, DHE, PSK, CHACHA20_POLY1305, ''",
    "TLS_AES_128_CCM_8_SHA256, '', '', AES_128_CCM_8, ''",
    "SSL_CK_RC4_128_EXPORT40_WITH_MD5, RSA, EXPORT, RC4_128, MD5"
  })
  void aNameIsTakenApart(String name, String agreement, String proof, String cipher, String mac) {
    assertThat(suite(name).agreement()).isEqualTo(agreement);
    assertThat(suite(name).authentication()).isEqualTo(proof);
    assertThat(suite(name).cipher()).isEqualTo(cipher);
    assertThat(suite(name).mac().orElse("")).isEqualTo(mac);
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_DH_anon_WITH_RC4_128_MD5, anonymous rc4",
    "TLS_RSA_EXPORT_WITH_DES40_CBC_SHA, des export static-rsa",
    "TLS_RSA_WITH_3DES_EDE_CBC_SHA, 3des static-rsa",
    "SSL_CK_DES_192_EDE3_CBC_WITH_MD5, 3des static-rsa",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, ''"
  })
  void aNameTellsItsWeaknesses(String name, String weaknesses) {
    assertThat(String.join(" ", suite(name).weaknesses("TLSv1.2"))).isEqualTo(weaknesses);
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, ec signed",
    "TLS_DHE_RSA_WITH_AES_128_CBC_SHA, dh signed cbc",
    "TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA, dh signed cbc",
    "TLS_DHE_PSK_WITH_AES_128_GCM_SHA256, dh",
    "TLS_ECDH_anon_WITH_AES_128_CBC_SHA, ec cbc",
    "TLS_DH_anon_WITH_RC4_128_MD5, dh",
    "TLS_ECDH_RSA_WITH_AES_128_CBC_SHA, cbc",
    "TLS_RSA_WITH_AES_128_GCM_SHA256, ''",
    "TLS_AES_128_GCM_SHA256, ''"
  })
  void aNameTellsHowTheKeyIsMade(String name, String traits) {
    List<String> seen = new ArrayList<>();
    Map<String, Boolean> all = new LinkedHashMap<>();
    all.put("ec", suite(name).isEphemeralEc());
    all.put("dh", suite(name).isEphemeralDh());
    all.put("signed", suite(name).isSigned());
    all.put("cbc", suite(name).isCbc());
    all.forEach(
        (trait, is) -> {
          if (is) {
            seen.add(trait);
          }
        });
    assertThat(String.join(" ", seen)).isEqualTo(traits);
  }

  @Test
  void itsPartsAreNamedAsAPolicyNamesThem() {
    assertThat(suite("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA").parts())
        .containsExactly("TLS-EXCHANGE ECDHE_RSA", "TLS-CIPHER AES_128_CBC", "TLS-MAC SHA");
    assertThat(suite("TLS_AES_128_GCM_SHA256").parts()).containsExactly("TLS-CIPHER AES_128_GCM");
  }

  @ParameterizedTest
  @CsvSource({
    "ECDHE-RSA-AES128-GCM-SHA256, ECDHE_RSA, AES_128_GCM, ''",
    "DHE-DSS-CAMELLIA256-SHA, DHE_DSS, CAMELLIA_256_CBC, SHA",
    "AES256-SHA, RSA, AES_256_CBC, SHA",
    "PSK-AES128-CCM8-SHA256, PSK, AES_128_CCM_8, ''",
    "ECDHE-AES128-GCM-SHA256, ECDHE_RSA, AES_128_GCM, ''"
  })
  void aNameOfOpenSslIsTakenApart(String name, String exchange, String cipher, String mac) {
    TlsSuite suite = TlsSuite.ofOpenSsl(name).orElseThrow();
    assertThat(suite.keyExchange()).contains(exchange);
    assertThat(suite.cipher()).isEqualTo(cipher);
    assertThat(suite.mac().orElse("")).isEqualTo(mac);
    assertThat(TlsSuite.ofOpenSsl("TLS_" + name)).isEmpty();
  }

  @Test
  void chainedBlocksAreWeakWithPredictableVectorsAlone() {
    TlsSuite chained = suite("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA");
    assertThat(chained.weaknesses("TLSv1.0")).containsExactly("cbc-tls10");
    assertThat(chained.weaknesses("TLSv1.1")).isEmpty();
  }

  @Test
  void aSignalIsNoSuite() {
    assertThat(TlsSuite.parse("TLS_FALLBACK_SCSV")).isEmpty();
    assertThat(TlsSuite.parse("0x1234")).isEmpty();
  }

  @Test
  void everyNameOfTheTableCanBeTakenApart() {
    assertThat(TlsSuiteNames.TLS.values()).allMatch(n -> TlsSuite.parse(n).isPresent());
    assertThat(TlsSuiteNames.SSL2.values()).allMatch(n -> TlsSuite.parse(n).isPresent());
  }

  @Test
  void namesAreFoundByNumber() {
    assertThat(TlsSuiteNames.byCode("0xC030")).contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
    assertThat(TlsSuiteNames.byCode("x9c")).contains("TLS_RSA_WITH_AES_128_GCM_SHA256");
    assertThat(TlsSuiteNames.byCode("010080")).contains("SSL_CK_RC4_128_WITH_MD5");
    assertThat(TlsSuiteNames.byCode("zz")).isEmpty();
    assertThat(TlsSuiteNames.name(0x7F1B)).isEqualTo("0x7F1B");
  }
}
