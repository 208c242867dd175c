package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every signed record has beside what it says. The signature covers the canonical content
 * without the record's place in the order, so that it stays right when branches are joined.
 *
 * @param id 128 random bits in hex
 * @param at when it was made, by the clock of the author's machine
 * @param salt 128 random bits in hex, so that nobody can guess a short record from its digest
 * @param signature Ed25519 (RFC 8032) over {@code plumbline record 1}, a line feed and the content,
 *     in Base64
 * @param digest SHA-256 of the content, by which other records name it
 * @param sound whether the signature is that of the author's key over this content
 */
public record Signed(
    String id,
    Author author,
    Instant at,
    Saw saw,
    String salt,
    String signature,
    Digest digest,
    boolean sound) {
  private static final String RANDOM = "[0-9a-f]{32}";
  private static final SoundSignatures SOUND = new SoundSignatures();

  public Signed {
    if (!id.matches(RANDOM) || !salt.matches(RANDOM)) {
      throw new IllegalArgumentException("'id' or 'salt' is no 32 hexadecimal digits");
    }
  }

  /**
   * Reads the envelope of a record and verifies its signature.
   *
   * @param fields all fields of the line as they stand there
   * @throws IllegalArgumentException if something is missing or of the wrong form
   */
  public static Signed read(Map<String, Object> fields) {
    return read(fields, false);
  }

  /**
   * The same of a record that a signer has just made.
   *
   * @param proven whether an earlier signature of this signer was verified already
   */
  static Signed made(Map<String, Object> fields, boolean proven) {
    return read(fields, proven);
  }

  private static Signed read(Map<String, Object> fields, boolean proven) {
    Map<String, Object> author = RecordFields.object(fields, "author");
    Author who = new Author(RecordFields.text(author, "name"), RecordFields.text(author, "key"));
    String content = Canonical.content(fields);
    String signature = RecordFields.text(fields, "signature");
    return new Signed(
        RecordFields.text(fields, "id"),
        who,
        RecordFields.instant(fields, "at"),
        Saw.read(RecordFields.object(fields, "saw")),
        RecordFields.text(fields, "salt"),
        signature,
        Canonical.digest(content),
        proven || isSound(who, content, signature));
  }

  private static boolean isSound(Author author, String content, String signature) {
    Digest all = SoundSignatures.of(author, content, signature);
    if (SOUND.has(all)) {
      return true;
    }
    boolean sound = isVerified(author, content, signature);
    if (sound) {
      SOUND.add(all);
    }
    return sound;
  }

  private static boolean isVerified(Author author, String content, String signature) {
    try {
      byte[] bytes = Base64.getDecoder().decode(signature);
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(author.publicKey());
      check.update(message(content).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(bytes).equals(signature) && check.verify(bytes);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** What is signed: it cannot be taken for a checkpoint or for anything else that a key signs. */
  static String message(String content) {
    return "plumbline record 1\n" + content;
  }

  /** The fields of the envelope with the signature, as a line has them. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = envelope(id, author, at, saw, salt);
    fields.put("signature", signature);
    return fields;
  }

  static Map<String, Object> envelope(String id, Author author, Instant at, Saw saw, String salt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, Object> who = new LinkedHashMap<>();
    who.put("name", author.name());
    who.put("key", author.key());
    fields.put("id", id);
    fields.put("author", who);
    fields.put("at", at.toString());
    fields.put("saw", saw.fields());
    fields.put("salt", salt);
    return fields;
  }
}
