package dev.plumbline.firmware.find;

import dev.plumbline.importing.Reading;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code firmware.certificates}: what certificates say of themselves. */
final class Certificates implements Finder {
  private static final String KEY = "firmware.certificates";
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]{100,16000}-----END CERTIFICATE-----");
  private static final Pattern NAME = Pattern.compile("(?i).*\\.(?:cer|crt|der)");
  private static final int LARGEST = 1 << 14;

  private final Rows rows = new Rows();

  @Override
  public void window(Leaf leaf, Window window) {
    if (window.text().contains("-----BEGIN CERT")) {
      Matcher m = PEM.matcher(window.text());
      while (m.find()) {
        if (window.owns(m.start())) {
          read(m.group(), leaf, window.line(m.start()));
        }
      }
    }
    if (window.at() == 0
        && window.text().startsWith("0\u0082")
        && window.text().length() < LARGEST
        && NAME.matcher(leaf.node().path()).matches()) {
      read(window.text(), leaf, 0);
    }
  }

  private void read(String text, Leaf leaf, long line) {
    try {
      X509Certificate c =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
      rows.add(
          "place", leaf.place(),
          "line", line,
          "subject", c.getSubjectX500Principal().getName(),
          "notBefore", day(c.getNotBefore().toInstant()),
          "notAfter", day(c.getNotAfter().toInstant()),
          "keyAlgorithm", c.getPublicKey().getAlgorithm(),
          "keyBits", bits(c.getPublicKey()),
          "signatureAlgorithm", c.getSigAlgName(),
          "authority", c.getBasicConstraints() >= 0,
          "selfSigned", c.getSubjectX500Principal().equals(c.getIssuerX500Principal()));
    } catch (GeneralSecurityException | RuntimeException e) {
      // Not a certificate, or one that nobody could use.
      rows.add("place", leaf.place(), "line", line, "subject", "unreadable");
    }
  }

  private static String day(java.time.Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }

  private static long bits(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength();
      case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
      default -> 0;
    };
  }

  @Override
  public void tell(Reading reading, Coverage coverage) {
    reading.seen(KEY, "DUT", Map.of("found", rows.all(), "count", rows.count()), coverage.of(rows));
  }
}
