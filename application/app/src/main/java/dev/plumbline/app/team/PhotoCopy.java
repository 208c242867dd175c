package dev.plumbline.app.team;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A copy of a photo that can be shown to everybody: only its points are taken over, so that nothing
 * of what the file says beside the picture is left. Large photos become smaller.
 */
final class PhotoCopy {
  private static final long MOST_POINTS = 16_000_000;
  private static final int LONGEST_SIDE = 30_000;
  private static final float QUALITY = 0.9f;
  private static final List<String> FORMATS = List.of("jpeg", "png");

  private PhotoCopy() {}

  /**
   * The copy of a JPEG or PNG that says more than its picture. One that cannot be decoded loses
   * what {@link PhotoMetadata} finds.
   *
   * @return empty for a file of another kind, and for a picture that says no more
   */
  static Optional<byte[]> of(byte[] file) {
    byte[] plain = PhotoMetadata.without(file);
    return Arrays.equals(plain, file) ? Optional.empty() : Optional.of(encoded(file).orElse(plain));
  }

  private static Optional<byte[]> encoded(byte[] file) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return encoded(reader, PhotoOrientation.of(file));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // the decoders of the JDK answer damaged files with either
    }
  }

  private static Optional<byte[]> encoded(ImageReader reader, int orientation) throws IOException {
    String format = reader.getFormatName().toLowerCase(Locale.ROOT);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (!FORMATS.contains(format) || Math.max(width, height) > LONGEST_SIDE) {
      return Optional.empty();
    }
    ImageReadParam param = reader.getDefaultReadParam();
    int step = (int) Math.ceil(Math.sqrt((double) width * height / MOST_POINTS));
    if (step > 1) {
      param.setSourceSubsampling(step, step, 0, 0);
    }
    BufferedImage upright = upright(reader.read(0, param), orientation);
    return Optional.of(written(upright, format));
  }

  private static BufferedImage upright(BufferedImage image, int orientation) {
    boolean side = PhotoOrientation.isOnItsSide(orientation);
    BufferedImage turned =
        new BufferedImage(
            side ? image.getHeight() : image.getWidth(),
            side ? image.getWidth() : image.getHeight(),
            image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    try {
      graphics.drawRenderedImage(
          image, PhotoOrientation.upright(orientation, image.getWidth(), image.getHeight()));
    } finally {
      graphics.dispose();
    }
    return turned;
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
