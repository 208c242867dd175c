package dev.plumbline.client.standin;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
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
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Makes the certificates of the faces, in memory, anew for each run. Keys of RSA take long to make
 * and guard nothing here: one of each length serves all faces.
 */
public final class Identities {
  private static final String OTHER_HOST = "other-host.invalid";
  private static final int WEAK_BITS = 1024;
  private static final int USUAL_BITS = 2048;

  private final SecureRandom random = new SecureRandom();
  private final Optional<TestAuthority> trusted;
  private final String host;
  private final Instant now;

  /**
   * @param trusted the authority that the unit trusts, if one is declared
   * @param host the name that the device calls
   */
  public Identities(Optional<TestAuthority> trusted, String host, Instant now) {
    this.trusted = trusted;
    this.host = host;
    this.now = now;
  }

  /**
   * @param rsa an RSA key, for devices that know no other; otherwise one on P-256
   */
  public Identity of(ServerVariant face, boolean rsa) throws IOException {
    AsymmetricCipherKeyPair keys =
        face == ServerVariant.WEAK_KEY ? WeakKeys.RSA : rsa ? UsualKeys.RSA : curve();
    X500Name subject = name(face == ServerVariant.WRONG_NAME ? OTHER_HOST : host);
    TestAuthority issuer =
        switch (face) {
          case SELF_SIGNED -> new TestAuthority(subject, keys.getPrivate(), Optional.empty());
          case UNKNOWN_ROOT -> unknown();
          default -> trusted.orElseGet(this::unknown);
        };
    long from = face == ServerVariant.NOT_YET_VALID ? 2 : -30;
    long to = face == ServerVariant.EXPIRED ? -2 : 60;
    try {
      BcX509v3CertificateBuilder leaf =
          new BcX509v3CertificateBuilder(
              issuer.name(),
              new BigInteger(96, random).setBit(95),
              Date.from(now.plus(Duration.ofDays(from))),
              Date.from(now.plus(Duration.ofDays(to))),
              subject,
              keys.getPublic());
      leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      leaf.addExtension(Extension.keyUsage, true, new KeyUsage(use(keys)));
      leaf.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              face == ServerVariant.WRONG_USE
                  ? KeyPurposeId.id_kp_clientAuth
                  : KeyPurposeId.id_kp_serverAuth));
      leaf.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName(
                  GeneralName.dNSName, face == ServerVariant.WRONG_NAME ? OTHER_HOST : host)));
      String hash =
          face == ServerVariant.WEAK_SIGNATURE
              ? CertificateSigner.SHA_1
              : CertificateSigner.SHA_256;
      X509CertificateHolder made = leaf.build(CertificateSigner.of(issuer.key(), hash, random));
      return new Identity(
          keys.getPrivate(),
          Stream.concat(Stream.of(made), issuer.certificate().stream()).toList(),
          Staple.of(issuer, made, face == ServerVariant.REVOKED, now, random));
    } catch (OperatorCreationException e) {
      throw new IOException("cannot sign a certificate: " + e.getMessage(), e);
    }
  }

  private static int use(AsymmetricCipherKeyPair keys) {
    return keys.getPrivate() instanceof RSAKeyParameters
        ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
        : KeyUsage.digitalSignature;
  }

  private TestAuthority unknown() {
    return new TestAuthority(
        name("Example Unknown Authority"), curve().getPrivate(), Optional.empty());
  }

  private static X500Name name(String common) {
    return new X500NameBuilder().addRDN(BCStyle.CN, common).build();
  }

  private AsymmetricCipherKeyPair curve() {
    ASN1ObjectIdentifier curve = SECObjectIdentifiers.secp256r1;
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            new ECNamedDomainParameters(curve, CustomNamedCurves.getByOID(curve)), random));
    return generator.generateKeyPair();
  }

  private static AsymmetricCipherKeyPair rsa(int bits) {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(BigInteger.valueOf(65537), new SecureRandom(), bits, 80));
    return generator.generateKeyPair();
  }

  /** Made when it is first asked for. */
  private static final class UsualKeys {
    static final AsymmetricCipherKeyPair RSA = rsa(USUAL_BITS);
  }

  /** Made when it is first asked for. */
  private static final class WeakKeys {
    static final AsymmetricCipherKeyPair RSA = rsa(WEAK_BITS);
  }

  /**
   * The faces that can be shown: without a trusted authority those alone that need none. A stranger
   * comes first: a device that trusts whom it meets first betrays itself by it.
   */
  public List<ServerVariant> faces(boolean dtls) {
    return ServerVariant.all().stream()
        .filter(f -> f.fits(dtls) && (trusted.isPresent() || !f.needsTrust()))
        .sorted(Comparator.comparing(f -> f != ServerVariant.UNKNOWN_ROOT))
        .toList();
  }
}
