package dev.plumbline.client.standin;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/**
 * An authority that issues server certificates.
 *
 * @param certificate absent for one that nobody knows
 */
public record TestAuthority(
    X500Name name, AsymmetricKeyParameter key, Optional<X509CertificateHolder> certificate) {

  /**
   * Reads certificate and key, unencrypted, in any order.
   *
   * @throws IOException if one of them is missing or cannot be read
   */
  public static TestAuthority read(String pem) throws IOException {
    Optional<X509CertificateHolder> certificate = Optional.empty();
    Optional<PrivateKeyInfo> key = Optional.empty();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        switch (next) {
          case X509CertificateHolder c -> certificate = certificate.or(() -> Optional.of(c));
          case PrivateKeyInfo k -> key = Optional.of(k);
          case PEMKeyPair k -> key = Optional.of(k.getPrivateKeyInfo());
          default -> {
            // Parameters of a curve and the like say nothing that the key does not.
          }
        }
      }
    } catch (RuntimeException e) {
      throw new IOException("its text cannot be read", e);
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      throw new IOException("it holds no certificate with an unencrypted private key");
    }
    return new TestAuthority(
        certificate.get().getSubject(), PrivateKeyFactory.createKey(key.get()), certificate);
  }
}
