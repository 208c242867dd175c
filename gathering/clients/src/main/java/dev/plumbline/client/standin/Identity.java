package dev.plumbline.client.standin;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * A private key with its certificate chain.
 *
 * @param chain the end entity first
 * @param status what the issuer says of the end entity; empty where nobody knows the issuer
 */
public record Identity(
    AsymmetricKeyParameter key, List<X509CertificateHolder> chain, Optional<OCSPResponse> status) {
  public Identity {
    chain = List.copyOf(chain);
  }

  boolean rsa() {
    return key instanceof RSAKeyParameters;
  }
}
