package dev.plumbline.client.standin;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * What an authority says of a certificate that it issued (OCSP, RFC 6960), signed by itself. A
 * server hands it out with the certificate where the caller asks for it (RFC 6066, clause 8).
 */
final class Staple {
  private static final Duration SINCE = Duration.ofHours(1);
  private static final Duration UNTIL = Duration.ofDays(3);

  private Staple() {}

  /**
   * Empty for an authority that nobody knows.
   *
   * @param revoked says so for a key that others have; otherwise the certificate is good
   */
  static Optional<OCSPResponse> of(
      TestAuthority issuer,
      X509CertificateHolder leaf,
      boolean revoked,
      Instant now,
      SecureRandom random)
      throws IOException {
    if (issuer.certificate().isEmpty()) {
      return Optional.empty();
    }
    Date since = Date.from(now.minus(SINCE));
    try {
      DigestCalculator digest = new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1);
      BasicOCSPRespBuilder said = new BasicOCSPRespBuilder(new RespID(issuer.name()));
      said.addResponse(
          new CertificateID(digest, issuer.certificate().get(), leaf.getSerialNumber()),
          revoked ? new RevokedStatus(since, CRLReason.keyCompromise) : CertificateStatus.GOOD,
          since,
          Date.from(now.plus(UNTIL)));
      return Optional.of(
          new OCSPRespBuilder()
              .build(
                  OCSPRespBuilder.SUCCESSFUL,
                  said.build(
                      CertificateSigner.of(issuer.key(), CertificateSigner.SHA_256, random),
                      new X509CertificateHolder[0],
                      since))
              .toASN1Structure());
    } catch (OCSPException | OperatorCreationException e) {
      throw new IOException("cannot sign the state of a certificate: " + e.getMessage(), e);
    }
  }
}
