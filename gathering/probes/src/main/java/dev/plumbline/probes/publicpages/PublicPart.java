package dev.plumbline.probes.publicpages;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/** The public part of a private key. */
final class PublicPart {
  private PublicPart() {}

  /**
   * Works it out of a key in PEM: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) or SEC 1 (RFC 5915).
   *
   * @return digest of its SubjectPublicKeyInfo (RFC 5280); empty where the text is no such key
   */
  static Optional<Digest> of(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      Optional<PrivateKeyInfo> key =
          switch (parser.readObject()) {
            case PrivateKeyInfo k -> Optional.of(k);
            case PEMKeyPair k -> Optional.of(k.getPrivateKeyInfo());
            case null, default -> Optional.empty();
          };
      return key.isEmpty() ? Optional.empty() : digest(PrivateKeyFactory.createKey(key.get()));
    } catch (IOException | RuntimeException noKey) {
      return Optional.empty();
    }
  }

  private static Optional<Digest> digest(AsymmetricKeyParameter key) throws IOException {
    Optional<AsymmetricKeyParameter> open =
        switch (key) {
          case RSAPrivateCrtKeyParameters rsa ->
              Optional.of(new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
          case ECPrivateKeyParameters ec ->
              Optional.of(
                  new ECPublicKeyParameters(
                      ec.getParameters().getG().multiply(ec.getD()), ec.getParameters()));
          case Ed25519PrivateKeyParameters ed -> Optional.of(ed.generatePublicKey());
          default -> Optional.empty();
        };
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Digest.of(
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open.get()).getEncoded()));
  }
}
