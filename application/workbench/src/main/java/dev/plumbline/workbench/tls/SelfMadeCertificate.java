package dev.plumbline.workbench.tls;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.core.disk.Owner;
import dev.plumbline.core.disk.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A certificate that Plumbline makes for one address of this machine. No browser trusts it before a
 * person compared its fingerprint; so the same one is used until it ends.
 */
public final class SelfMadeCertificate {
  private static final Duration VALID = Duration.ofDays(397);
  private static final Duration EARLY = Duration.ofDays(30);
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
  private static final int SERIAL_BITS = 120;

  private SelfMadeCertificate() {}

  /**
   * The certificate for an address: the one that was made before, unless it ends within 30 days.
   *
   * @param folder where it is kept, for its owner alone
   * @throws UnusableInputException if the address stands for all addresses of the machine
   * @throws IOException if it cannot be made or kept
   */
  public static ServerCertificate of(Path folder, InetAddress address, Instant now)
      throws IOException {
    if (address.isAnyLocalAddress()) {
      throw new UnusableInputException(Message.of("PLB-C621"));
    }
    String host = host(address).replaceAll("[\\[\\]]", "").replace(':', '-');
    Path file = folder.resolve("serve-" + host + ".pem");
    Optional<ServerCertificate> kept = kept(file, now.plus(EARLY));
    return kept.isPresent() ? kept.get() : made(folder, file, address, now);
  }

  /** An address as it stands in addresses of pages. */
  public static String host(InetAddress address) {
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return address instanceof Inet6Address ? "[" + text + "]" : text;
  }

  private static Optional<ServerCertificate> kept(Path file, Instant until) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(PemCertificate.read(file, file, until));
    } catch (UnusableInputException e) {
      return Optional.empty();
    }
  }

  private static ServerCertificate made(Path folder, Path file, InetAddress address, Instant now)
      throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      X509Certificate certificate = certificate(pair, address, now);
      StringWriter text = new StringWriter();
      try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
        pem.writeObject(certificate);
        pem.writeObject(new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()));
      }
      Files.createDirectories(folder.toAbsolutePath().getParent());
      Owner.folder(folder);
      WholeFile.writePrivately(
          file, out -> out.write(text.toString().getBytes(StandardCharsets.US_ASCII)));
      return new ServerCertificate(List.of(certificate), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("this Java platform makes no certificates on P-256", e);
    }
  }

  private static X509Certificate certificate(KeyPair pair, InetAddress address, Instant now)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    X500Name name = new X500Name("CN=Plumbline workbench");
    GeneralName host =
        new GeneralName(GeneralName.iPAddress, host(address).replaceAll("[\\[\\]]", ""));
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
            Date.from(now.minus(CLOCKS_DIFFER)),
            Date.from(now.plus(VALID)),
            name,
            pair.getPublic());
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(host));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }
}
