package dev.plumbline.app.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotoMetadataTest {
  private static final String PLACE = "48.137 N 11.575 E";

  private static byte[] image(String format) throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 3, 0x336699);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] inserted(byte[] file, int at, byte[] part) {
    ByteBuffer all = ByteBuffer.allocate(file.length + part.length);
    all.put(file, 0, at).put(part).put(file, at, file.length - at);
    return all.array();
  }

  private static byte[] segment(int marker) {
    byte[] text = ("Exif\0\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer part = ByteBuffer.allocate(4 + text.length);
    part.put((byte) 0xFF).put((byte) marker).putShort((short) (text.length + 2)).put(text);
    return part.array();
  }

  private static byte[] chunk(String type) {
    byte[] text = ("Location\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(text);
    return ByteBuffer.allocate(12 + text.length)
        .putInt(text.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(text)
        .putInt((int) crc.getValue())
        .array();
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aJpegLosesItsPlaceAndNothingOfThePicture() throws IOException {
    byte[] plain = image("jpg");
    byte[] told = inserted(inserted(plain, 2, segment(0xE1)), 2, segment(0xFE));
    assertThat(text(told)).contains(PLACE);
    assertThat(PhotoMetadata.without(told)).isEqualTo(plain);
  }

  @Test
  void aPngLosesItsPlaceAndNothingOfThePicture() throws IOException {
    byte[] plain = image("png");
    byte[] told = inserted(inserted(plain, 33, chunk("tEXt")), 33, chunk("eXIf"));
    assertThat(text(told)).contains(PLACE);
    byte[] clean = PhotoMetadata.without(told);
    assertThat(clean).isEqualTo(plain);
    assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getRGB(3, 3) & 0xFFFFFF)
        .isEqualTo(0x336699);
  }

  @Test
  void otherAndBrokenFilesStayAsTheyAre() throws IOException {
    byte[] note = "what I saw".getBytes(StandardCharsets.UTF_8);
    assertThat(PhotoMetadata.without(note)).isEqualTo(note);
    for (String format : new String[] {"jpg", "png"}) {
      byte[] whole = image(format);
      for (int length = 0; length < Math.min(whole.length, 80); length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThat(PhotoMetadata.without(cut)).isEqualTo(cut);
      }
    }
  }
}
