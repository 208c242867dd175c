package dev.plumbline.workbench.tls;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.core.disk.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/** A certificate in files, as authorities give it: PEM, with its chain, and its key beside it. */
public final class PemCertificate {
  private static final int LONGEST = 256 * 1024;
  private static final byte[] TRIAL = "plumbline".getBytes(StandardCharsets.US_ASCII);

  private PemCertificate() {}

  /**
   * Reads it.
   *
   * @param certificate one or more certificates; that of the server first
   * @param key its private key, without a password
   * @throws UnusableInputException if they do not belong together, are not valid now, hold
   *     something else, or others can read the key
   * @throws IOException if a file cannot be read
   */
  public static ServerCertificate read(Path certificate, Path key, Instant now) throws IOException {
    if (Owner.isReadByOthers(key)) {
      throw new UnusableInputException(Message.of("PLB-C615", "file", key.toString()));
    }
    ServerCertificate read = new ServerCertificate(chain(certificate), key(key));
    X509Certificate own = read.chain().getFirst();
    Instant from = own.getNotBefore().toInstant();
    Instant to = own.getNotAfter().toInstant();
    if (now.isBefore(from) || now.isAfter(to)) {
      throw new UnusableInputException(
          Message.of(
              "PLB-C616",
              "file",
              certificate.toString(),
              "from",
              from.toString(),
              "to",
              to.toString()));
    }
    if (!belong(read.key(), own)) {
      throw new UnusableInputException(
          Message.of("PLB-C617", "key", key.toString(), "certificate", certificate.toString()));
    }
    return read;
  }

  private static List<X509Certificate> chain(Path file) throws IOException {
    List<X509Certificate> chain = new ArrayList<>();
    for (Object part : parts(file)) {
      if (part instanceof X509CertificateHolder holder) {
        try {
          chain.add(new JcaX509CertificateConverter().getCertificate(holder));
        } catch (GeneralSecurityException e) {
          throw new UnusableInputException(Message.of("PLB-C618", "file", file.toString()));
        }
      }
    }
    if (chain.isEmpty()) {
      throw new UnusableInputException(Message.of("PLB-C618", "file", file.toString()));
    }
    return chain;
  }

  private static PrivateKey key(Path file) throws IOException {
    for (Object part : parts(file)) {
      try {
        switch (part) {
          case PrivateKeyInfo info -> {
            return key(info);
          }
          case PEMKeyPair pair -> {
            return key(pair.getPrivateKeyInfo());
          }
          default -> {
            // A certificate or parameters of a curve, beside the key.
          }
        }
      } catch (GeneralSecurityException e) {
        throw new UnusableInputException(Message.of("PLB-C619", "file", file.toString()));
      }
    }
    throw new UnusableInputException(Message.of("PLB-C619", "file", file.toString()));
  }

  private static PrivateKey key(PrivateKeyInfo info) throws GeneralSecurityException, IOException {
    // By its number: Bouncy Castle's own name for keys on curves is unknown to the platform.
    return KeyFactory.getInstance(info.getPrivateKeyAlgorithm().getAlgorithm().getId())
        .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }

  private static List<Object> parts(Path file) throws IOException {
    List<Object> parts = new ArrayList<>();
    String text = new String(bytes(file), StandardCharsets.US_ASCII);
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        parts.add(part);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableInputException(Message.of("PLB-C620", "file", file.toString()));
    }
    return parts;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LONGEST);
    }
  }

  private static boolean belong(PrivateKey key, X509Certificate certificate) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(TRIAL);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(TRIAL);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
