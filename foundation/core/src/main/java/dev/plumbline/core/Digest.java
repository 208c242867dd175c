package dev.plumbline.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A SHA-256 over bytes or over a list of parts.
 *
 * @param hex 64 lower-case hex digits
 */
public record Digest(String hex) implements Comparable<Digest> {
  public Digest {
    if (!isSha256(hex)) {
      throw new IllegalArgumentException("not a SHA-256 in hex: " + hex);
    }
  }

  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Digest of all that is left in a stream, which stays open. */
  public static Digest of(InputStream in) throws IOException {
    MessageDigest sha = sha256();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      sha.update(buffer, 0, read);
    }
    return new Digest(HexFormat.of().formatHex(sha.digest()));
  }

  /** Digest of several parts; each is preceded by its length, so that parts cannot run together. */
  public static Digest ofParts(List<String> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(512);
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      all.writeBytes(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
      all.write(':');
      all.writeBytes(bytes);
    }
    return of(all.toByteArray());
  }

  /** The first twelve digits, for people. */
  public String shortForm() {
    return hex.substring(0, 12);
  }

  @Override
  public int compareTo(Digest other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }

  /** Written out, since digests are made by the thousand. */
  private static boolean isSha256(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return text.length() == 64;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
