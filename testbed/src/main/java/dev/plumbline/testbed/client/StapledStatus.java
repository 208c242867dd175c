package dev.plumbline.testbed.client;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsServerCertificate;

/**
 * What came with a server's certificate of what its authority says of it (RFC 6066, clause 8; RFC
 * 8446, clause 4.4.2.1). Authorities of simulated devices have keys on elliptic curves.
 */
record StapledStatus(Optional<OCSPResp> response) {
  /** Kind and length stand before the answer. */
  private static final int HEAD = 4;

  static StapledStatus of(TlsServerCertificate shown) throws IOException {
    CertificateStatus message = shown.getCertificateStatus();
    if (message != null) {
      return new StapledStatus(Optional.of(new OCSPResp(message.getOCSPResponse().getEncoded())));
    }
    Hashtable<?, ?> entry = shown.getCertificate().getCertificateEntryAt(0).getExtensions();
    Object status = entry == null ? null : entry.get(TlsExtensionsUtils.EXT_status_request);
    return new StapledStatus(
        status instanceof byte[] b && b.length > HEAD
            ? Optional.of(new OCSPResp(Arrays.copyOfRange(b, HEAD, b.length)))
            : Optional.empty());
  }

  /** Whether the authority itself says so of the certificate with that number. */
  boolean saysRevoked(BigInteger serial, X509Certificate authority) throws IOException {
    try {
      if (response.isEmpty()
          || !(response.get().getResponseObject() instanceof BasicOCSPResp said)
          || !said.isSignatureValid(verifier(authority))) {
        return false;
      }
      for (SingleResp one : said.getResponses()) {
        if (one.getCertID().getSerialNumber().equals(serial)
            && one.getCertStatus() instanceof RevokedStatus) {
          return true;
        }
      }
      return false;
    } catch (OCSPException | OperatorCreationException e) {
      throw new IOException("no status of a certificate: " + e.getMessage(), e);
    }
  }

  private static ContentVerifierProvider verifier(X509Certificate authority)
      throws IOException, OperatorCreationException {
    return new BcECContentVerifierProviderBuilder(new DefaultDigestAlgorithmIdentifierFinder())
        .build(
            PublicKeyFactory.createKey(
                SubjectPublicKeyInfo.getInstance(authority.getPublicKey().getEncoded())));
  }
}
