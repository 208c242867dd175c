package dev.plumbline.app.seal;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.dossier.RecordState.JournalState;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a record had come, signed: a text of lines whose last one is the Ed25519 signature over
 * all bytes before it, so that other programs can verify it, too.
 *
 * @param product as results name it
 * @param at when it was sealed
 * @param key whose signature fits
 */
public record Checkpoint(String product, String at, RecordState state, PublicKey key) {
  static final String FIRST = "plumbline checkpoint 1\n";

  private static final String SIGNATURE = "signature: ";
  private static final int MAX = 64 * 1024 * 1024;

  /** The bytes are no checkpoint, or not as they were signed. */
  public static final class NoCheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    NoCheckpointException(String why) {
      super(why);
    }
  }

  public static boolean isOne(byte[] bytes) {
    byte[] first = FIRST.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= first.length
        && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
  }

  /** A product's name as one line. */
  public static String line(String product) {
    return product
        .codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The text, signed. */
  public static String sealed(
      String product, String at, String tool, RecordState state, KeyPair pair)
      throws GeneralSecurityException {
    StringBuilder text = new StringBuilder(FIRST);
    add(text, "at", at);
    add(text, "tool", line(tool));
    add(text, "product", line(product));
    for (JournalState j : state.journals()) {
      add(
          text,
          "journal",
          String.join(
              " ",
              j.file(),
              String.valueOf(j.lines()),
              String.valueOf(j.bytes()),
              j.sha256().hex(),
              j.head().hex(),
              j.before().hex()));
    }
    state.index().ifPresent(d -> add(text, "index", d.hex()));
    state.evidence().forEach((hex, entry) -> add(text, "evidence", hex + " " + entry.hex()));
    add(text, "key", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return text + SIGNATURE + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
  }

  private static void add(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }

  /**
   * Reads and verifies a checkpoint.
   *
   * @throws NoCheckpointException if the signature does not fit; the message is a sentence
   */
  public static Checkpoint read(byte[] bytes) throws NoCheckpointException {
    if (!isOne(bytes) || bytes.length > MAX) {
      throw new NoCheckpointException("It is no checkpoint of this form.");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int last = text.lastIndexOf("\n" + SIGNATURE);
    if (last < 0) {
      throw new NoCheckpointException("It ends without a signature.");
    }
    String signed = text.substring(0, last + 1);
    try {
      return verified(signed, text.substring(last + 1 + SIGNATURE.length()));
    } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new NoCheckpointException("It cannot be read: " + e.getMessage() + ".");
    }
  }

  private static Checkpoint verified(String signed, String signature)
      throws NoCheckpointException, GeneralSecurityException {
    List<JournalState> journals = new ArrayList<>();
    Map<String, Digest> evidence = new LinkedHashMap<>();
    Map<String, String> once = new LinkedHashMap<>();
    for (String line : signed.substring(FIRST.length()).split("\n")) {
      String[] pair = line.split(": ", 2);
      String[] words = pair[1].split(" ");
      switch (pair[0]) {
        case "journal" ->
            journals.add(
                new JournalState(
                    words[0],
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    new Digest(words[3]),
                    new Digest(words[4]),
                    new Digest(words[5])));
        case "evidence" -> evidence.put(new Digest(words[0]).hex(), new Digest(words[1]));
        case "at", "tool", "product", "index", "key" -> {
          if (once.putIfAbsent(pair[0], pair[1]) != null) {
            throw new IllegalArgumentException("'" + pair[0] + "' stands in it twice");
          }
        }
        default -> throw new IllegalArgumentException("a line of it is not known");
      }
    }
    PublicKey key = SealKeys.publicKey(Base64.getDecoder().decode(once.getOrDefault("key", "")));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(signed.getBytes(StandardCharsets.UTF_8)); // what was read above, nothing else
    byte[] bytes = Base64.getDecoder().decode(signature.stripTrailing());
    boolean written = signature.equals(Base64.getEncoder().encodeToString(bytes) + "\n");
    if (!written || !check.verify(bytes)) {
      throw new NoCheckpointException("It was changed since it was signed.");
    }
    return new Checkpoint(
        once.getOrDefault("product", ""),
        once.getOrDefault("at", ""),
        new RecordState(
            journals, Optional.ofNullable(once.get("index")).map(Digest::new), evidence),
        key);
  }
}
