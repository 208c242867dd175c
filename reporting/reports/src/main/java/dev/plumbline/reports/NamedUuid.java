package dev.plumbline.reports;

import dev.plumbline.core.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/** UUIDs that are made from names (RFC 9562, version 5), so that a report can be made again. */
public final class NamedUuid {
  /** Version 5 of {@code urn:plumbline} in the namespace of URLs. */
  private static final UUID OURS =
      of(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "urn:plumbline");

  private NamedUuid() {}

  /** The UUID of a list of names; names cannot run together. */
  public static String of(List<String> names) {
    return of(OURS, Digest.ofParts(names).hex()).toString();
  }

  static UUID of(UUID namespace, String name) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      sha.update(
          ByteBuffer.allocate(16)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .array());
      ByteBuffer hash = ByteBuffer.wrap(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
      long most = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
      long least = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
      return new UUID(most, least);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
