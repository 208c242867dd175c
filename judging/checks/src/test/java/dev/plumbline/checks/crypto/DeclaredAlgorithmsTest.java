package dev.plumbline.checks.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as declared decides whether what a device uses deviates. */
class DeclaredAlgorithmsTest {
  private static DeclaredAlgorithms declared(String algorithms) {
    Scene scene =
        Scene.current()
            .rows(
                "11-SecComMech", "- {id: A-1, algorithms: [" + algorithms.replace(';', ',') + "]}");
    return DeclaredAlgorithms.of(
        scene.facts().dossier().ixit().entry("11-SecComMech/A-1").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "ecdsa_secp256r1_sha256, ecdsa_secp256r1_sha256",
    "ECDSA; SHA-256, ecdsa_secp256r1_sha256",
    "ECDSA-P256; SHA-256, ecdsa_secp256r1_sha256",
    "RSA-PSS; SHA-256, rsa_pss_rsae_sha256",
    "RSA; SHA-384, rsa_pss_rsae_sha384",
    "RSA-PKCS1; SHA-1, rsa_pkcs1_sha1",
    "RSA; MD5, rsa_pkcs1_md5",
    "Ed25519, ed25519"
  })
  void aSignatureIsDeclaredByItsNameOrByKindAndHash(String algorithms, String signature) {
    assertThat(declared(algorithms).hasSignature(signature)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ECDSA-P384; SHA-256, ecdsa_secp256r1_sha256",
    "ECDSA; SHA-384, ecdsa_secp256r1_sha256",
    "ECDSA, ecdsa_secp256r1_sha256",
    "SHA-256, ecdsa_secp256r1_sha256",
    "RSA-PKCS1; SHA-256, rsa_pss_rsae_sha256",
    "RSA, rsa_pss_rsae_sha256",
    "SHA-256, rsa_pss_rsae_sha256",
    "RSA-PSS; SHA-1, rsa_pkcs1_sha1",
    "RSA; SHA-256, rsa_pkcs1_sha1",
    "SHA-1, rsa_pkcs1_sha1",
    "RSA; ECDSA; SHA-256, sm2_sha256",
    "RSA; ECDSA; SHA-256, ed25519"
  })
  void aPartOfASignatureDoesNotDeclareIt(String algorithms, String signature) {
    assertThat(declared(algorithms).hasSignature(signature)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ECDSA, EC-256",
    "ECDSA-P256, EC-256",
    "RSA, RSA-2048",
    "RSA-PSS, RSA-2048",
    "RSA-2048, RSA-2048",
    "RSA-2048, RSA-3072",
    "RSA-PSS-2048, RSA-2048",
    "EdDSA, Ed25519",
    "Ed25519, Ed25519"
  })
  void aKeyIsDeclaredByItsKindAndAtLeastItsSize(String algorithms, String key) {
    assertThat(declared(algorithms).hasKey(key)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ECDSA-P384, EC-256",
    "RSA-4096, RSA-2048",
    "RSA-PKCS1, RSA-2048",
    "ECDSA, RSA-2048",
    "RSA; EdDSA, DSA-1024",
    "RSA; EdDSA, EC-256",
    "RSA, Ed25519"
  })
  void aKeyOfAnotherKindOrASmallerOneIsNot(String algorithms, String key) {
    assertThat(declared(algorithms).hasKey(key)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ECDHE; RSA-2048; AES-128-GCM, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, true",
    "ECDHE; RSA; AES-128-GCM, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, true",
    "ECDHE; AES-128-GCM, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, false",
    "ECDHE; ECDSA; AES-128-GCM, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, false",
    "ECDHE; RSA-2048; AES-128-GCM, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, false"
  })
  void aSuiteIsDeclaredByEachOfItsParts(String algorithms, String suite, boolean covered) {
    assertThat(declared(algorithms).covers(suite)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({"RSA-512, 512", "RSA 2048 or RSA 3072, 2048", "RSA-511, 0", "RSA-2049, 0", "RSA, 0"})
  void theSmallestSizeThatIsWrittenCounts(String algorithms, int bits) {
    assertThat(declared(algorithms).smallest("RSA")).isEqualTo(bits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"azAZ09.", "az-AZ_09 .", "a/z@A[Z`{0:9."})
  void lettersAndDigitsAloneAreCompared(String name) {
    assertThat(DeclaredAlgorithms.plain(name)).isEqualTo("AZAZ09.");
  }
}
