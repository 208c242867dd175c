package dev.plumbline.testbed.tls;

import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.bc.BcX509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcContentSignerBuilder;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.operator.bc.BcRSAContentSignerBuilder;

/** Makes keys and certificates for a device at its start. */
final class Certificates {
  private static final X500Name AUTHORITY = new X500Name("CN=Example Devices Device CA");

  private final SecureRandom random = new SecureRandom();
  private final Instant now;

  Certificates(Instant now) {
    this.now = now;
  }

  /**
   * @param wanted {@code key}: {@code ec} or a number of RSA bits; {@code hash}: such as {@code
   *     SHA256}; {@code selfSigned}; {@code validFromDays} and {@code validToDays}, counted from
   *     now; {@code name}: another host name than the device's address
   */
  TlsIdentity identity(Settings wanted, InetAddress address) throws IOException {
    String kind = wanted.text("key", "ec");
    AsymmetricCipherKeyPair pair = keys(kind);
    boolean selfSigned = wanted.flag("selfSigned", false);
    AsymmetricCipherKeyPair authority = selfSigned ? pair : keys("ec");
    X500Name subject = new X500Name("CN=" + wanted.text("name", "camera.local"));
    X500Name issuer = selfSigned ? subject : AUTHORITY;
    String hash = wanted.text("hash", "SHA256");
    try {
      BcX509v3CertificateBuilder leaf = builder(issuer, subject, pair, wanted);
      leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      leaf.addExtension(Extension.keyUsage, true, new KeyUsage(leafUsage(kind)));
      leaf.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      leaf.addExtension(Extension.subjectAlternativeName, false, names(wanted, address));
      X509CertificateHolder end = leaf.build(signer(authority, hash));
      if (selfSigned) {
        return new TlsIdentity(pair.getPrivate(), !kind.equals("ec"), List.of(end));
      }
      BcX509v3CertificateBuilder root =
          builder(AUTHORITY, AUTHORITY, authority, Settings.of(java.util.Map.of()));
      root.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      root.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      X509CertificateHolder top = root.build(signer(authority, "SHA256"));
      return new TlsIdentity(pair.getPrivate(), !kind.equals("ec"), List.of(end, top));
    } catch (OperatorCreationException e) {
      throw new IOException("cannot sign a certificate: " + e.getMessage(), e);
    }
  }

  private static int leafUsage(String kind) {
    return kind.equals("ec")
        ? KeyUsage.digitalSignature
        : KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
  }

  private static GeneralNames names(Settings wanted, InetAddress address) {
    return wanted.has("name")
        ? new GeneralNames(new GeneralName(GeneralName.dNSName, wanted.required("name")))
        : new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "camera.local"),
              new GeneralName(GeneralName.iPAddress, address.getHostAddress())
            });
  }

  private BcX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, AsymmetricCipherKeyPair pair, Settings wanted)
      throws IOException {
    return new BcX509v3CertificateBuilder(
        issuer,
        new BigInteger(96, random).setBit(95),
        Date.from(now.plus(Duration.ofDays(wanted.number("validFromDays", -30)))),
        Date.from(now.plus(Duration.ofDays(wanted.number("validToDays", 300)))),
        subject,
        pair.getPublic());
  }

  private AsymmetricCipherKeyPair keys(String kind) {
    if (kind.equals("ec")) {
      ASN1ObjectIdentifier curve = SECObjectIdentifiers.secp256r1;
      ECKeyPairGenerator generator = new ECKeyPairGenerator();
      generator.init(
          new ECKeyGenerationParameters(
              new ECNamedDomainParameters(curve, CustomNamedCurves.getByOID(curve)), random));
      return generator.generateKeyPair();
    }
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(
            BigInteger.valueOf(65537), random, Integer.parseInt(kind), 80));
    return generator.generateKeyPair();
  }

  private ContentSigner signer(AsymmetricCipherKeyPair pair, String hash)
      throws OperatorCreationException {
    boolean rsa = pair.getPrivate() instanceof RSAKeyParameters;
    AlgorithmIdentifier signature =
        new DefaultSignatureAlgorithmIdentifierFinder()
            .find(hash + (rsa ? "WITHRSA" : "WITHECDSA"));
    AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(signature);
    BcContentSignerBuilder builder =
        rsa
            ? new BcRSAContentSignerBuilder(signature, digest)
            : new BcECContentSignerBuilder(signature, digest);
    return builder.setSecureRandom(random).build(pair.getPrivate());
  }
}
