package dev.plumbline.workbench.phone;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG picture, one unit a module.
 *
 * @param size of the picture with its quiet zone, in modules
 * @param path of the dark modules
 */
public record QrCode(int size, String path) {
  /** Four light modules on each side, as the standard asks. */
  private static final int QUIET = 4;

  /**
   * The code of a text.
   *
   * @throws IllegalArgumentException if the text is too long for one
   */
  public static QrCode of(String text) {
    ByteMatrix modules;
    try {
      modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("the text is too long for a QR code", e);
    }
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
  }
}
