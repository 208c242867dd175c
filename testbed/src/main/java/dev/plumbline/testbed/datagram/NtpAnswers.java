package dev.plumbline.testbed.datagram;

import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A time server. Settings: {@code variables}: what it tells in mode 6; {@code monlist}: whether it
 * lists its last clients in mode 7. Both are empty and off in a good one.
 */
final class NtpAnswers implements Function<byte[], List<byte[]>> {
  private static final int CLIENTS = 6;
  private static final int CLIENT_BYTES = 72;

  private final PartContext part;
  private final Settings settings;

  NtpAnswers(PartContext part) {
    this.part = part;
    this.settings = part.settings();
  }

  @Override
  public List<byte[]> apply(byte[] question) {
    return switch (question[0] & 7) {
      case 3 -> List.of(time(question));
      case 6 -> variables(question);
      case 7 -> settings.flag("monlist", false) ? List.of(clients(question)) : List.of();
      default -> List.of();
    };
  }

  private static byte[] time(byte[] question) {
    byte[] answer = new byte[48];
    answer[0] = (byte) ((question[0] & 0x38) | 4);
    answer[1] = 2;
    System.arraycopy(question, 40, answer, 24, 8);
    Arrays.fill(answer, 32, 36, (byte) 0xe8);
    Arrays.fill(answer, 40, 44, (byte) 0xe8);
    return answer;
  }

  private List<byte[]> variables(byte[] question) {
    byte[] text = part.fill(settings.text("variables", "")).getBytes(StandardCharsets.ISO_8859_1);
    if (text.length == 0) {
      return List.of();
    }
    byte[] answer = new byte[12 + (text.length + 3) / 4 * 4];
    System.arraycopy(question, 0, answer, 0, 12);
    answer[1] |= (byte) 0x80;
    answer[10] = (byte) (text.length >> 8);
    answer[11] = (byte) text.length;
    System.arraycopy(text, 0, answer, 12, text.length);
    return List.of(answer);
  }

  private static byte[] clients(byte[] question) {
    byte[] answer = new byte[8 + CLIENTS * CLIENT_BYTES];
    answer[0] = (byte) (question[0] | 0x80);
    answer[2] = question[2];
    answer[3] = question[3];
    answer[5] = CLIENTS;
    answer[7] = CLIENT_BYTES;
    return answer;
  }
}
