package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * Who made a record: a person, and the key that signed for the person.
 *
 * @param name as the person gives it
 * @param key the Ed25519 public key as X.509 SubjectPublicKeyInfo (RFC 8410) in Base64, so that a
 *     stranger can verify what it signed
 */
public record Author(String name, String key) {
  public Author {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an author has a name");
    }
  }

  static Author of(String name, PublicKey key) {
    return new Author(name, Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  /** What people compare a key by. */
  public String keyId() {
    try {
      return "SHA256:" + Digest.of(Base64.getDecoder().decode(key)).hex();
    } catch (IllegalArgumentException e) {
      return "(no key)";
    }
  }

  /** Whether both are one person by name, whatever the case, the blanks and the form of letters. */
  public boolean isSamePerson(String other) {
    return isSamePerson(name, other);
  }

  /** Whether two names are one, whatever the case, the blanks and the form of letters. */
  public static boolean isSamePerson(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  PublicKey publicKey() throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(key);
    if (!Base64.getEncoder().encodeToString(bytes).equals(key)) {
      throw new GeneralSecurityException("the key is written in another way than it has to be");
    }
    PublicKey read =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
    if (!Arrays.equals(read.getEncoded(), bytes)) {
      throw new GeneralSecurityException("the key has another form than its own");
    }
    return read;
  }
}
