package dev.plumbline.judging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyWordsTest {
  private static final CryptoPolicy POLICY = CryptoPolicies.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The password is kept as MD5.",
        "unsalted md5 of the password",
        "TLS 1.0 and newer",
        "TLS 1.2, TLSv1.1 for old apps",
        "SHA-1/RSA"
      })
  void aNameThatThePolicyRefusesIsSeenInProse(String text) {
    assertThat(PolicyWords.namesRefused(POLICY, DAY, text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TLS 1.3 and TLS 1.2 with AES-128-GCM, ECDSA on P-256.",
        "Argon2id with 64 MiB; SHA-256 over the image",
        "MD5 is not used",
        "TLS 1.3; TLS 1.0 and 1.1 are refused, no RC4",
        "TLS 1.3, TLS 1.0 wird abgelehnt",
        "an open port of the vendor"
      })
  void acceptedNamesAndPlainWordsAreNot(String text) {
    assertThat(PolicyWords.namesRefused(POLICY, DAY, text)).isFalse();
  }
}
