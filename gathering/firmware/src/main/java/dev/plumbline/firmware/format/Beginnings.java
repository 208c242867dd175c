package dev.plumbline.firmware.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Tells by the first bytes of a file whether it is an image. */
public final class Beginnings {
  private static final int TAR_AT = 257;
  private static final int EXT_AT = 1080;
  private static final int LOOKED = 2048;

  /** U-Boot, FIT, Android sparse, squashfs, UBI, JFFS2 in both byte orders, cpio. */
  private static final List<byte[]> MARKS =
      List.of(
          Magic.hex("27051956"),
          Magic.hex("d00dfeed"),
          Magic.hex("3aff26ed0100"),
          Magic.text("hsqs"),
          Magic.text("UBI#"),
          Magic.hex("8519"),
          Magic.hex("1985"),
          Magic.text("070701"),
          Magic.text("070702"));

  private Beginnings() {}

  /**
   * Whether a file with these first bytes is an image, packed or not. ZIP is left out, as too much
   * else comes in it.
   */
  public static boolean areImage(byte[] head) {
    if (isImage(head)) {
      return true;
    }
    for (Compressed packing : Compressed.values()) {
      if (begins(head, packing.mark(), 0) && isImage(unpacked(packing, head))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isImage(byte[] head) {
    return MARKS.stream().anyMatch(m -> begins(head, m, 0))
        || begins(head, Magic.text("ustar"), TAR_AT)
        || begins(head, Magic.hex("53ef"), EXT_AT);
  }

  private static byte[] unpacked(Compressed packing, byte[] head) {
    try (InputStream in = packing.unpack(new ByteArrayInputStream(head))) {
      return in.readNBytes(LOOKED);
    } catch (IOException | RuntimeException e) {
      return new byte[0];
    }
  }

  private static boolean begins(byte[] bytes, byte[] mark, int at) {
    return bytes.length >= at + mark.length
        && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
  }
}
