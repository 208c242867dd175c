package dev.plumbline.firmware.find;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwareCertificates;
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
import java.util.Optional;
import java.util.regex.Matcher;

/** What certificates say of themselves. */
final class ImageCertificates implements Finder {

  private static final BoundedPattern PEM =
      BoundedPattern.compile(
          "-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]{100,16000}-----END CERTIFICATE-----");
  private static final BoundedPattern NAME = BoundedPattern.compile("(?i).*\\.(?:cer|crt|der)");
  private static final int LARGEST = 1 << 14;

  private final Kept<FirmwareCertificates.Certificate> rows = new Kept<>();

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
          new FirmwareCertificates.Certificate(
              Printable.text(leaf.place()),
              Printable.some(line),
              Printable.text(c.getSubjectX500Principal().getName()),
              Optional.of(day(c.getNotBefore().toInstant())),
              Optional.of(day(c.getNotAfter().toInstant())),
              Printable.some(c.getPublicKey().getAlgorithm()),
              Printable.some(bits(c.getPublicKey())),
              Printable.some(c.getSigAlgName()),
              Optional.of(c.getBasicConstraints() >= 0),
              Optional.of(c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))));
    } catch (GeneralSecurityException | RuntimeException e) {
      // Not a certificate, or one that nobody could use.
      rows.add(
          new FirmwareCertificates.Certificate(
              Printable.text(leaf.place()),
              Printable.some(line),
              "unreadable",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
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
  public void tell(Reading reading, ImageCoverage coverage) {
    reading.seen(
        "DUT",
        new FirmwareCertificates(
            rows.all(),
            rows.count(),
            ImageCoverage.TARGET,
            coverage.opened(),
            coverage.files(),
            coverage.bytes(),
            coverage.unopened(),
            coverage.complete(rows)));
  }
}
