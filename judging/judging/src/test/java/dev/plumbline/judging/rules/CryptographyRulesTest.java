package dev.plumbline.judging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Dossier;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look-up in the crypto policy may decide alone, and what it leaves to a person. */
final class CryptographyRulesTest {
  private static final CryptoPolicy POLICY = CryptoPolicies.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String GUARANTEES = ", securityGuarantees: [integrity, authenticity]";
  private static final List<UnitId> UNITS =
      Stream.of("5.1-3-1c", "5.1-3-1d").map(UnitId::new).toList();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cryptographicDetails: TLS 1.3",
        "algorithms: [], cryptographicDetails: TLS 1.3, factorKind: token",
        "algorithms: [TLSv1.3], factorKind: token",
        "algorithms: [TLSv1.3, OwnPairing], cryptographicDetails: TLS 1.3, factorKind: token",
        "algorithms: [TLSv1.3], cryptographicDetails: the token is kept as MD5, factorKind: token",
        "algorithms: [TLSv1.3], cryptographicDetails: a proprietary handshake, factorKind: token",
        "algorithms: [TLSv1.3, SHA-256], cryptographicDetails: TLS 1.3, factorKind:"
            + " password-user-defined",
        "algorithms: [TLSv1.3, HKDF], cryptographicDetails: TLS 1.3, factorKind:"
            + " password-pre-installed"
      })
  void whatThePolicyCannotSettleStaysOpen(String cells) {
    assertThat(findings(cells)).allMatch(Finding.Undetermined.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "algorithms: [TLSv1.3], cryptographicDetails: TLS 1.3, factorKind: token",
        "algorithms: [TLSv1.3, Argon2id], cryptographicDetails: TLS 1.3, factorKind: biometric",
        "algorithms: [TLSv1.3, Argon2id], cryptographicDetails: TLS 1.3, factorKind:"
            + " password-user-defined",
        "algorithms: [TLSv1.3, X25519], cryptographicDetails: 'TLS 1.3; TLS 1.0 is refused',"
            + " factorKind: token"
      })
  void aWholeDeclarationOfCataloguedNamesIsProposedToAPerson(String cells) {
    assertThat(findings(cells + GUARANTEES)).allMatch(CryptographyRulesTest::isProposed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "algorithms: [AES-128-CBC], cryptographicDetails: AES-128-CBC with a fixed vector",
        "algorithms: [AES], cryptographicDetails: AES-128-GCM",
        "algorithms: [TLSv1.2], cryptographicDetails: TLS 1.2 with all suites",
        "algorithms: [TLSv1.2, TLS_RSA_WITH_AES_128_CBC_SHA], cryptographicDetails: TLS 1.2",
        "algorithms: [SHA-256], cryptographicDetails: SHA-256 of the serial number",
        "algorithms: [TLSv1.3, MD5], cryptographicDetails: TLS 1.3 with ETags by MD5",
        "algorithms: [TLSv1.3, CRC32], cryptographicDetails: TLS 1.3",
        "algorithms: [TLSv1.3], cryptographicDetails: the server certificate is not verified",
        "algorithms: [TLSv1.3], cryptographicDetails: TLS 1.3 is planned for the next version",
        "algorithms: [TLSv1.3], cryptographicDetails: Eigenes Verfahren",
        "algorithms: [TLSv1.3], cryptographicDetails: 自研加密算法"
      })
  void whatSaysTooLittleOrTheContraryIsNotEvenProposed(String cells) {
    assertThat(findings(cells + ", factorKind: token" + GUARANTEES))
        .allMatch(Finding.Undetermined.class::isInstance)
        .noneMatch(CryptographyRulesTest::isProposed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"algorithms: [MD5]", "algorithms: [OwnPairing, MD5]"})
  void aBrokenNameIsRefusedWhateverElseIsOpen(String cells) {
    assertThat(findings(cells)).allMatch(Finding.Violated.class::isInstance);
  }

  private static boolean isProposed(Finding finding) {
    return finding instanceof Finding.Searched;
  }

  private static List<Finding> findings(String cells) {
    Dossier dossier = Declared.tables("1-AuthMech: [{id: A-1, kind: user, " + cells + "}]");
    return EditionId.all().stream()
        .map(CatalogueLoader::load)
        .flatMap(c -> UNITS.stream().map(u -> evaluate(c, u, dossier)))
        .toList();
  }

  private static Finding evaluate(Catalogue catalogue, UnitId unit, Dossier dossier) {
    return CelRules.of(catalogue)
        .evaluate(
            catalogue.rule(unit).orElseThrow(),
            dossier
                .ixit()
                .entries(catalogue.unit(unit).orElseThrow().table().orElseThrow())
                .stream()
                .findFirst(),
            dossier,
            POLICY,
            DAY);
  }
}
