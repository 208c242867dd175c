package dev.plumbline.testbed.datagram;

import dev.plumbline.testbed.net.PartContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** BACnet/IP as far as reading a text of the device object. */
final class BacnetAnswers implements Function<byte[], List<byte[]>> {
  private static final int READ_PROPERTY = 12;

  private final PartContext part;

  BacnetAnswers(PartContext part) {
    this.part = part;
  }

  @Override
  public List<byte[]> apply(byte[] question) {
    if (question.length != 17 || question[0] != (byte) 0x81 || question[9] != READ_PROPERTY) {
      return List.of();
    }
    String value = part.fill(question[16] == 121 ? "Example Devices" : "${model}");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    out.writeBytes(new byte[] {(byte) 0x81, 0x0a, 0, (byte) (21 + text.length), 1, 0});
    out.writeBytes(new byte[] {0x30, question[8], READ_PROPERTY});
    out.writeBytes(new byte[] {0x0c, 2, 0, 0, 7, 0x19, question[16], 0x3e});
    out.writeBytes(new byte[] {0x75, (byte) (text.length + 1), 0});
    out.writeBytes(text);
    out.write(0x3f);
    return List.of(out.toByteArray());
  }
}
