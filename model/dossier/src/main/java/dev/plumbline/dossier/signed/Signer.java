package dev.plumbline.dossier.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A person with the private key that signs for the person. */
public final class Signer {
  private static final int BYTES = 16;

  private final Author author;
  private final PrivateKey key;
  private final SecureRandom random = new SecureRandom();

  /** Whether a signature was verified: then the private key is that of the author's. */
  private final AtomicBoolean proven;

  private Signer(Author author, PrivateKey key, AtomicBoolean proven) {
    this.author = author;
    this.key = key;
    this.proven = proven;
  }

  /**
   * A signer.
   *
   * @param name of the person
   * @param pair an Ed25519 key pair
   */
  public static Signer of(String name, KeyPair pair) {
    return new Signer(Author.of(name, pair.getPublic()), pair.getPrivate(), new AtomicBoolean());
  }

  public Author author() {
    return author;
  }

  /** The same key for another person, such as one whom an imported file names. */
  public Signer inTheNameOf(String person) {
    return new Signer(new Author(person, author.key()), key, proven);
  }

  /**
   * Signs what a record says.
   *
   * @param type such as {@code review/1}
   * @param content what the record says beside its author, its time and what was seen
   */
  public Signed sign(String type, Map<String, Object> content, Saw saw, Instant at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type);
    fields.putAll(Signed.envelope(random(), author, at, saw, random()));
    fields.putAll(content);
    byte[] text = Signed.message(Canonical.content(fields)).getBytes(StandardCharsets.US_ASCII);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text);
      fields.put("signature", Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key cannot sign.", e);
    }
    Signed made = Signed.made(fields, proven.get());
    proven.set(made.sound());
    return made;
  }

  private String random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
