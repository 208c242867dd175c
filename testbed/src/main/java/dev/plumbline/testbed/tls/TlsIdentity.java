package dev.plumbline.testbed.tls;

import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * A private key with its certificate chain.
 *
 * @param rsa an RSA key; otherwise it is an elliptic curve key
 * @param chain the end entity first
 */
public record TlsIdentity(
    AsymmetricKeyParameter key, boolean rsa, List<X509CertificateHolder> chain) {
  public TlsIdentity {
    chain = List.copyOf(chain);
  }

  /** Makes a key and a certificate; the settings are those of a part's {@code certificate}. */
  public static TlsIdentity make(Settings wanted, InetAddress address, Instant now)
      throws IOException {
    return new Certificates(now).identity(wanted, address);
  }

  /** That of a part, made at its first start. */
  static TlsIdentity of(PartContext part) throws IOException {
    return part.key(
        TlsIdentity.class,
        () ->
            make(
                part.settings().child("tls").child("certificate"),
                part.address(),
                part.clock().instant()));
  }

  /**
   * The chain as a message.
   *
   * @param request context of TLS 1.3's request; empty before
   */
  public Certificate certificate(BcTlsCrypto crypto, Optional<byte[]> request) throws IOException {
    TlsCertificate[] certificates = new TlsCertificate[chain.size()];
    CertificateEntry[] entries = new CertificateEntry[certificates.length];
    for (int i = 0; i < certificates.length; i++) {
      certificates[i] = crypto.createCertificate(chain.get(i).getEncoded());
      entries[i] = new CertificateEntry(certificates[i], null);
    }
    return request
        .map(r -> new Certificate(r, entries))
        .orElseGet(() -> new Certificate(certificates));
  }
}
