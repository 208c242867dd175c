package dev.plumbline.app.team;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a JPEG has to be turned to stand upright: the tag Orientation of its EXIF data (CIPA DC-008,
 * 4.6.4, in the first directory of TIFF 6.0, section 2). A copy without EXIF data has to be turned
 * itself.
 */
final class PhotoOrientation {
  private static final int UPRIGHT = 1;
  private static final int LAST = 8;
  private static final int EXIF = 0xE1;
  private static final int SCAN = 0xDA;
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;
  private static final String HEAD = "Exif\0\0";

  private PhotoOrientation() {}

  /** 1 to 8, as the tag has it; 1, upright, where a file has none that can be read. */
  static int of(byte[] jpeg) {
    return exif(jpeg)
        .flatMap(PhotoOrientation::tag)
        .filter(PhotoOrientation::known)
        .orElse(UPRIGHT);
  }

  private static boolean known(int orientation) {
    return orientation >= UPRIGHT && orientation <= LAST;
  }

  /** The TIFF structure within the file. */
  private static Optional<ByteBuffer> exif(byte[] file) {
    int at = 2;
    while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) != SCAN) {
      int length = ((file[at + 2] & 0xFF) << 8) | (file[at + 3] & 0xFF);
      int end = at + 2 + length;
      if (length < 2 || end > file.length) {
        return Optional.empty();
      }
      int text = at + 4;
      if ((file[at + 1] & 0xFF) == EXIF
          && text + HEAD.length() <= end
          && new String(file, text, HEAD.length(), StandardCharsets.ISO_8859_1).equals(HEAD)) {
        int from = text + HEAD.length();
        return Optional.of(ByteBuffer.wrap(file, from, end - from).slice());
      }
      at = end;
    }
    return Optional.empty();
  }

  private static Optional<Integer> tag(ByteBuffer tiff) {
    if (tiff.limit() < 8) {
      return Optional.empty();
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = Integer.toUnsignedLong(tiff.getInt(4));
    if (directory + 2 > tiff.limit()) {
      return Optional.empty();
    }
    int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + (long) i * ENTRY;
      if (entry + ENTRY > tiff.limit()) {
        return Optional.empty();
      }
      if (Short.toUnsignedInt(tiff.getShort((int) entry)) == TAG) {
        return Optional.of(Short.toUnsignedInt(tiff.getShort((int) entry + 8)));
      }
    }
    return Optional.empty();
  }

  /** Whether width and height change places. */
  static boolean isOnItsSide(int orientation) {
    return orientation > 4;
  }

  /** What turns a picture of that width and height upright. */
  static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
