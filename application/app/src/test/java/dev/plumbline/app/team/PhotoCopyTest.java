package dev.plumbline.app.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoCopyTest {
  private static final String PLACE = "48.137 N 11.575 E";

  /** 40 by 20 points, white, with a red field at the upper left. */
  private static byte[] photo(ByteOrder order, int orientation) throws IOException {
    BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 40, 20);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 10, 10);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    byte[] plain = out.toByteArray();
    byte[] exif = exif(order, orientation);
    return ByteBuffer.allocate(plain.length + exif.length)
        .put(plain, 0, 2)
        .put(exif)
        .put(plain, 2, plain.length - 2)
        .array();
  }

  private static byte[] exif(ByteOrder order, int orientation) {
    byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(26 + PLACE.length()).order(order);
    tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    tiff.put(PLACE.getBytes(StandardCharsets.US_ASCII), 0, tiff.remaining());
    return ByteBuffer.allocate(4 + head.length + tiff.capacity())
        .putShort((short) 0xFFE1)
        .putShort((short) (2 + head.length + tiff.capacity()))
        .put(head)
        .put(tiff.array())
        .array();
  }

  private static BufferedImage copy(byte[] photo) throws IOException {
    byte[] copy = PhotoCopy.of(photo).orElseThrow();
    assertThat(new String(copy, StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", PLACE.substring(0, 10));
    return ImageIO.read(new ByteArrayInputStream(copy));
  }

  private static boolean isRed(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    return color.getRed() > 200 && color.getGreen() < 80;
  }

  /** The field at the upper left comes to where the orientation turns it. */
  @ParameterizedTest
  @CsvSource({
    "1, 40, 20, 4, 4", "2, 40, 20, 35, 4", "3, 40, 20, 35, 15", "4, 40, 20, 4, 15",
    "5, 20, 40, 4, 4", "6, 20, 40, 15, 4", "7, 20, 40, 15, 35", "8, 20, 40, 4, 35"
  })
  void aCopyHasNoPlaceAndStandsUpright(int orientation, int width, int height, int x, int y)
      throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      BufferedImage copy = copy(photo(order, orientation));
      assertThat(copy.getWidth()).isEqualTo(width);
      assertThat(copy.getHeight()).isEqualTo(height);
      assertThat(isRed(copy, x, y)).isTrue();
      assertThat(isRed(copy, width / 2, height / 2)).isFalse();
    }
  }

  @Test
  void whatSaysNoMoreThanItsPictureHasNoCopy() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
    assertThat(PhotoCopy.of(out.toByteArray())).isEmpty();
    assertThat(PhotoCopy.of("a log".getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }

  @Test
  void aPhotoThatCannotBeDecodedLosesItsPlaceAllTheSame() throws IOException {
    byte[] whole = photo(ByteOrder.BIG_ENDIAN, 1);
    byte[] exif = exif(ByteOrder.BIG_ENDIAN, 1);
    byte[] broken = Arrays.copyOf(whole, whole.length);
    // The picture has a width of nought.
    for (int i = exif.length; i + 8 < broken.length; i++) {
      if ((broken[i] & 0xFF) == 0xFF && (broken[i + 1] & 0xFF) == 0xC0) {
        broken[i + 7] = 0;
        broken[i + 8] = 0;
        break;
      }
    }
    assertThat(PhotoCopy.of(broken).map(c -> c.length)).contains(broken.length - exif.length);
  }

  @Test
  void damagedExifDataTurnsNothing() throws IOException {
    byte[] whole = photo(ByteOrder.BIG_ENDIAN, 6);
    assertThat(PhotoOrientation.of(whole)).isEqualTo(6);
    for (int length = 0; length < 40; length++) {
      assertThat(PhotoOrientation.of(Arrays.copyOf(whole, length))).isEqualTo(1);
    }
    for (int at = 12; at < 40; at++) {
      byte[] odd = whole.clone();
      odd[at] ^= (byte) 0xFF;
      assertThat(PhotoOrientation.of(odd)).isBetween(1, 8);
    }
  }
}
