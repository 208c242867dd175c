package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/** The first certificate of a Certificate message of TLS up to 1.2. */
final class TlsCertificates {
  private TlsCertificates() {}

  static void read(Slice b, HandshakeSoFar seen) {
    byte[] der = b.part(6, b.u24(3)).bytes();
    seen.certificateSha256 = Optional.of(sha256(der));
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      seen.certificateSubject =
          Optional.of(TrafficNotes.shown(certificate.getSubjectX500Principal().getName()));
      seen.certificateIssuer =
          Optional.of(TrafficNotes.shown(certificate.getIssuerX500Principal().getName()));
      seen.certificateNotBefore = Optional.of(day(certificate.getNotBefore().toInstant()));
      seen.certificateNotAfter = Optional.of(day(certificate.getNotAfter().toInstant()));
    } catch (CertificateException e) {
      seen.certificateUnreadable = Optional.of(true);
    }
  }

  private static String day(java.time.Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
