package dev.plumbline.testbed.datagram;

import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A name server. Settings: {@code resolves}: whether it answers for every name, or refuses; {@code
 * version}: what it tells of itself when asked for {@code version.bind}; empty for nothing.
 */
final class DnsAnswers implements Function<byte[], List<byte[]>> {
  private static final int REFUSED = 5;
  private static final int CHAOS = 3;
  private static final byte[] POINTER_TO_QUESTION = {(byte) 0xc0, 12};

  private final PartContext part;
  private final Settings settings;

  DnsAnswers(PartContext part) {
    this.part = part;
    this.settings = part.settings();
  }

  @Override
  public List<byte[]> apply(byte[] question) {
    int end = 12;
    while (question[end] != 0) {
      end += 1 + question[end];
    }
    int type = question[end + 2];
    int kind = question[end + 4];
    String version = part.fill(settings.text("version", ""));
    if (kind == CHAOS && type == 16 && !version.isEmpty()) {
      byte[] text = version.getBytes(StandardCharsets.ISO_8859_1);
      byte[] data = new byte[text.length + 1];
      data[0] = (byte) text.length;
      System.arraycopy(text, 0, data, 1, text.length);
      return List.of(answer(question, end + 5, data));
    }
    if (kind != CHAOS && settings.flag("resolves", false)) {
      byte[] data = type == 1 ? new byte[] {(byte) 192, 0, 2, 80} : new byte[] {0};
      return List.of(answer(question, end + 5, data));
    }
    byte[] refusal = Arrays.copyOf(question, end + 5);
    refusal[2] = (byte) (question[2] | 0x80);
    refusal[3] = REFUSED;
    Arrays.fill(refusal, 6, 12, (byte) 0);
    return List.of(refusal);
  }

  /** One record about what was asked, with recursion available. */
  private static byte[] answer(byte[] question, int end, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(question, 0, 2);
    out.write(question[2] | 0x80);
    out.writeBytes(new byte[] {(byte) 0x80, 0, 1, 0, 1, 0, 0, 0, 0});
    out.write(question, 12, end - 12);
    out.writeBytes(POINTER_TO_QUESTION);
    out.write(question, end - 4, 4);
    out.writeBytes(new byte[] {0, 0, 0, 60, (byte) (data.length >> 8), (byte) data.length});
    out.writeBytes(data);
    return out.toByteArray();
  }
}
