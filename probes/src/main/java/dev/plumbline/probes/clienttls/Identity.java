package dev.plumbline.probes.clienttls;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * A private key with its certificate chain.
 *
 * @param chain the end entity first
 */
record Identity(AsymmetricKeyParameter key, List<X509CertificateHolder> chain) {
  Identity {
    chain = List.copyOf(chain);
  }

  boolean rsa() {
    return key instanceof RSAKeyParameters;
  }
}
