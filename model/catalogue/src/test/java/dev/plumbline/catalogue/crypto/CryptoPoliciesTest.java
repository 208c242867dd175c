package dev.plumbline.catalogue.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Entry;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CryptoPoliciesTest {
  private static final CryptoPolicy POLICY = CryptoPolicies.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLSv1.3",
        "tls 1.2",
        "AES-128-GCM",
        "aes_128_gcm",
        "SHA256",
        "sha-256",
        "ECDSA-P256",
        "RSA-3072",
        "X25519",
        "secp256r1",
        "curve25519-sha256@libssh.org",
        "ssh-ed25519",
        "chacha20-poly1305@openssh.com",
        "hmac-sha2-256-etm@openssh.com",
        "WPA3",
        "HMAC-SHA1",
        "hmac-sha1",
        "ML-KEM-768",
        "rsa_pss_rsae_sha256",
        "SHA256withRSA",
        "EC-256",
        "Argon2id",
        "TLS_AES_128_GCM_SHA256",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_RSA_WITH_AES_128_GCM_SHA256",
        "RSA-2048",
        "AES-128-CBC",
        "AES128-CBC"
      })
  void soundNamesAreAccepted(String name) {
    assertThat(POLICY.entry(name)).get().matches(e -> e.isAcceptedOn(DAY), "accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSLv2",
        "SSLv3",
        "TLSv1.0",
        "TLS 1.1",
        "RC4",
        "3DES",
        "MD5",
        "SHA-1",
        "SHA1",
        "WEP",
        "SSH-1",
        "RSA-1024",
        "DH-1024",
        "EC-192",
        "ssh-dss",
        "ssh-rsa",
        "diffie-hellman-group1-sha1",
        "arcfour256",
        "3des-cbc",
        "secp192r1",
        "MD5withRSA",
        "rsa_pkcs1_sha1",
        "TLS_RSA_WITH_RC4_128_MD5",
        "TLS_RSA_EXPORT_WITH_RC4_40_MD5",
        "TLS_RSA_WITH_NULL_SHA256",
        "TLS_DH_anon_WITH_AES_256_GCM_SHA384",
        "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
        "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA",
        "TLS_SHA256_SHA256",
        "SSL_CK_RC4_128_WITH_MD5",
        "SSL_CK_DES_192_EDE3_CBC_WITH_MD5",
        "TLS_NULL_WITH_NULL_NULL",
        "TLS_ECDH_anon_WITH_AES_128_CBC_SHA",
        "TLS_KRB5_EXPORT_WITH_DES_CBC_40_SHA"
      })
  void brokenNamesAreBroken(String name) {
    assertThat(POLICY.entry(name)).get().extracting(Entry::standing).isEqualTo(Standing.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aes128-cbc",
        "hmac-sha1-96",
        "diffie-hellman-group14-sha1",
        "RSA-1536",
        "DSA-2048"
      })
  void whatHasFadedOutIsNeitherAcceptedNorBroken(String name) {
    assertThat(POLICY.entry(name))
        .get()
        .matches(e -> !e.isAcceptedOn(DAY), "no longer accepted")
        .extracting(Entry::standing)
        .isEqualTo(Standing.ACCEPTED_UNTIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROT13", "", "TLS_FALLBACK_SCSV", "TLS_FOO_WITH_BAR_SHA", "RSA", "TLS_"})
  void thePolicyIsSilentOnWhatItDoesNotKnow(String name) {
    assertThat(POLICY.entry(name)).isEmpty();
  }

  @Test
  void anUnknownPartLeavesASuiteOpenUnlessAnotherIsBroken() {
    assertThat(POLICY.entry("TLS_ECDHE_RSA_WITH_NOVEL_512_GCM_SHA384")).isEmpty();
    assertThat(POLICY.entry("TLS_NOVEL_WITH_RC4_128_SHA"))
        .get()
        .extracting(Entry::standing)
        .isEqualTo(Standing.BROKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "RSA,1024,BROKEN",
    "RSA,2047,ACCEPTED_UNTIL",
    "RSA,2048,ACCEPTED_UNTIL",
    "RSA,4096,ACCEPTED",
    "DH,768,BROKEN",
    "DH,4096,ACCEPTED",
    "EC,256,ACCEPTED",
    "EC,160,BROKEN",
    "ec,521,ACCEPTED"
  })
  void sizesAreFoundByTheirFloor(String family, int bits, Standing standing) {
    assertThat(POLICY.keySize(family, bits)).get().extracting(Entry::standing).isEqualTo(standing);
  }

  @Test
  void theStricterPolicyExtendsTheDefaultOne() {
    CryptoPolicy strict = CryptoPolicies.load("strict-2026-11");
    assertThat(strict.entry("TLSv1.3")).isEqualTo(POLICY.entry("TLSv1.3"));
    for (String name :
        List.of("RSA-2048", "TLS_RSA_WITH_AES_128_GCM_SHA256", "hmac-sha1", "ffdhe2048")) {
      assertThat(strict.entry(name)).get().matches(e -> !e.isAcceptedOn(DAY), name);
    }
    assertThat(strict.digest()).isNotEqualTo(POLICY.digest());
  }

  @Test
  void everyEntrySaysWhyAndFromWhere() {
    for (String id : CryptoPolicies.ids()) {
      assertThat(CryptoPolicies.load(id).entries().values())
          .allMatch(e -> !e.why().isBlank() && !e.sources().isEmpty())
          .allMatch(e -> e.standing() != Standing.ACCEPTED_UNTIL || e.until().isPresent());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "- {name: X, kind: hash, standing: fine, why: W, sources: [s]} | no Standing",
        "- {name: X, kind: hash, standing: accepted, why: W, sources: [t]} | source 't'",
        "- {name: X, kind: hash, standing: accepted, why: W} | no source",
        "- {name: X, kind: hash, standing: accepted-until, why: W, sources: [s]} | 'until' is missing",
        "- {name: X, kind: hash, standing: accepted-until, until: soon, why: W, sources: [s]} | no date",
        "- {names: [X, X], kind: hash, standing: accepted, why: W, sources: [s]} | second time",
        "- {name: X, kind: hash, standing: accepted, sources: [s]} | 'why' is missing",
      })
  void aWrongFileIsRefusedWithItsPlace(String entry, String complaint) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        "id: mine\ndate: 2026-01-01\ntitle: Mine\nsources:\n  - {key: s, title: S, date: 2020}\n"
            + "entries:\n  "
            + entry
            + "\n");
    assertThatThrownBy(() -> CryptoPolicies.read(file))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("mine.yaml:7:")
        .hasMessageContaining(complaint);
  }

  @Test
  void aFileOfAUserMayExtendAShippedPolicy() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        id: mine
        date: 2026-01-01
        title: Mine
        extends: plumbline-2026-11
        sources:
          - {key: house, title: House rule, date: 2026}
        entries:
          - {name: TLSv1.2, kind: protocol, standing: broken, why: Not here., sources: [house]}
        """);
    CryptoPolicy mine = CryptoPolicies.read(file);
    assertThat(mine.entry("TLS1.2")).isPresent();
    assertThat(mine.entry("TLSv1.2")).get().extracting(Entry::standing).isEqualTo(Standing.BROKEN);
    assertThat(mine.entry("TLSv1.3")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing-here", "../secrets", ""})
  void anUnknownPolicyIsRefused(String id) {
    assertThatThrownBy(() -> CryptoPolicies.load(id)).isInstanceOf(CatalogueException.class);
  }
}
