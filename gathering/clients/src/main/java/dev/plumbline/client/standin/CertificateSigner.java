package dev.plumbline.client.standin;

import java.security.SecureRandom;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcContentSignerBuilder;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.operator.bc.BcRSAContentSignerBuilder;

/** Signs in the name of an authority. */
final class CertificateSigner {
  static final String SHA_256 = "SHA256";
  static final String SHA_1 = "SHA1";

  private CertificateSigner() {}

  static ContentSigner of(AsymmetricKeyParameter key, String hash, SecureRandom random)
      throws OperatorCreationException {
    boolean rsa = key instanceof RSAKeyParameters;
    AlgorithmIdentifier signature =
        new DefaultSignatureAlgorithmIdentifierFinder()
            .find(hash + (rsa ? "WITHRSA" : "WITHECDSA"));
    AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(signature);
    BcContentSignerBuilder builder =
        rsa
            ? new BcRSAContentSignerBuilder(signature, digest)
            : new BcECContentSignerBuilder(signature, digest);
    return builder.setSecureRandom(random).build(key);
  }
}
