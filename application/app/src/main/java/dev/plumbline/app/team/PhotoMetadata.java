package dev.plumbline.app.team;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes out of a photo what says where, when and by whom it was taken: EXIF, XMP, IPTC and comments
 * of JPEG (ITU-T T.81, annex B), text and EXIF chunks of PNG (ISO/IEC 15948, clause 11). The
 * picture itself stays as it is, byte for byte.
 */
final class PhotoMetadata {
  private static final int START = 0xD8;
  private static final int SCAN = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final int FIRST_APPLICATION = 0xE0;
  private static final int LAST_APPLICATION = 0xEF;

  /** Colour: Adobe's transform flag and ICC profiles change how a picture looks. */
  private static final Set<Integer> KEPT_APPLICATIONS = Set.of(0xE0, 0xE2, 0xEE);

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final Set<String> PNG_TEXTS = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");

  private PhotoMetadata() {}

  /** The file without them; a file of another kind, or a broken one, is returned as it is. */
  static byte[] without(byte[] file) {
    if (file.length > 4 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == START) {
      return jpeg(file);
    }
    boolean png =
        file.length > PNG.length && ByteBuffer.wrap(file, 0, 8).equals(ByteBuffer.wrap(PNG));
    return png ? png(file) : file;
  }

  private static byte[] jpeg(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, 2);
    int at = 2;
    while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF) {
      int marker = file[at + 1] & 0xFF;
      int length = ((file[at + 2] & 0xFF) << 8) | (file[at + 3] & 0xFF);
      if (marker == SCAN) {
        out.write(file, at, file.length - at);
        return out.toByteArray();
      }
      if (length < 2 || at + 2 + length > file.length) {
        return file;
      }
      if (!isMetadata(marker)) {
        out.write(file, at, 2 + length);
      }
      at += 2 + length;
    }
    return file;
  }

  private static boolean isMetadata(int marker) {
    return marker == COMMENT
        || (marker >= FIRST_APPLICATION
            && marker <= LAST_APPLICATION
            && !KEPT_APPLICATIONS.contains(marker));
  }

  private static byte[] png(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, PNG.length);
    int at = PNG.length;
    while (at + 12 <= file.length) {
      int length = ByteBuffer.wrap(file, at, 4).getInt();
      if (length < 0 || length > file.length - at - 12) {
        return file;
      }
      String type = new String(file, at + 4, 4, StandardCharsets.US_ASCII);
      if (!PNG_TEXTS.contains(type)) {
        out.write(file, at, length + 12);
      }
      at += length + 12;
    }
    return at == file.length ? out.toByteArray() : file;
  }
}
