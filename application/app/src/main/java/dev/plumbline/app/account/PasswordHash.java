package dev.plumbline.app.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as Argon2id (RFC 9106) keeps it. Written as {@code
 * $argon2id$v=19$m=KIB,t=PASSES,p=LANES$SALT$HASH}, the form that other programs use, too.
 *
 * @param memory in KiB
 * @param passes over the memory
 */
record PasswordHash(int memory, int passes, int lanes, String salt, String hash) {
  /** 19 MiB and two passes: about 50 ms of a core, and little beside the memory of a server. */
  private static final int MEMORY = 19 * 1024;

  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** What no password fits: who asks for a name that nobody has waits as long. */
  static final PasswordHash NONE =
      new PasswordHash(MEMORY, PASSES, 1, "A".repeat(22), "A".repeat(43));

  /** A file that asks for more would keep us busy for its own sake. */
  private static final int MOST_MEMORY = 256 * 1024;

  private static final int MOST_PASSES = 16;

  private static final Pattern TEXT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)"
              + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");

  /** Of a new password, with a new salt. */
  static PasswordHash of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    String text = Base64.getEncoder().withoutPadding().encodeToString(salt);
    return new PasswordHash(
        MEMORY, PASSES, 1, text, derived(password, salt, MEMORY, PASSES, 1, HASH_BYTES));
  }

  /** From its text; empty where that is none, or asks for more work than is done for one. */
  static Optional<PasswordHash> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int memory = Integer.parseInt(parts.group(1));
    int passes = Integer.parseInt(parts.group(2));
    int lanes = Integer.parseInt(parts.group(3));
    boolean bounded =
        lanes >= 1
            && passes >= 1
            && passes <= MOST_PASSES
            && memory >= 8 * lanes
            && memory <= MOST_MEMORY
            && isBase64(parts.group(4))
            && isBase64(parts.group(5));
    return bounded
        ? Optional.of(new PasswordHash(memory, passes, lanes, parts.group(4), parts.group(5)))
        : Optional.empty();
  }

  private static boolean isBase64(String text) {
    // A lone character at the end holds no byte.
    return text.length() % 4 != 1;
  }

  /** Whether it is the hash of this password; the time tells nothing of how much was right. */
  boolean fits(String password) {
    Base64.Decoder decoder = Base64.getDecoder();
    int length = decoder.decode(hash).length;
    String other = derived(password, decoder.decode(salt), memory, passes, lanes, length);
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  String text() {
    return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + salt + "$" + hash;
  }

  @Override
  public String toString() {
    return "PasswordHash[***]";
  }

  private static String derived(
      String password, byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    // Keyboards write one letter in several ways; the password is the same.
    generator.generateBytes(
        Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8),
        hash);
    return Base64.getEncoder().withoutPadding().encodeToString(hash);
  }
}
