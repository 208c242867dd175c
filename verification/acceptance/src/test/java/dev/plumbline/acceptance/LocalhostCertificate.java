package dev.plumbline.acceptance;

import dev.plumbline.client.standin.Identities;
import dev.plumbline.client.standin.Identity;
import dev.plumbline.client.standin.ServerVariant;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** A certificate for the name localhost, which a browser can be told to trust. */
final class LocalhostCertificate {
  private LocalhostCertificate() {}

  static ServerCertificate of(Instant now) throws GeneralSecurityException, IOException {
    Identity made =
        new Identities(Optional.empty(), "localhost", now).of(ServerVariant.SELF_SIGNED, false);
    byte[] key = PrivateKeyInfoFactory.createPrivateKeyInfo(made.key()).getEncoded();
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(made.chain().getFirst().getEncoded()));
    return new ServerCertificate(
        List.of(certificate),
        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
  }

  /** The digest of its key, by which Chromium trusts it. */
  static String pin(ServerCertificate certificate) throws GeneralSecurityException {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256")
                .digest(certificate.chain().getFirst().getPublicKey().getEncoded()));
  }
}
