package dev.plumbline.testbed.datagram;

import dev.plumbline.testbed.net.PartContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A file server over TFTP, as far as the first block of a read. Settings: {@code files}: texts by
 * name. Answers from another port, as RFC 1350 asks.
 */
final class TftpAnswers implements Function<byte[], List<byte[]>> {
  private static final int BLOCK = 512;

  private final PartContext part;

  TftpAnswers(PartContext part) {
    this.part = part;
  }

  @Override
  public List<byte[]> apply(byte[] question) {
    if (question[0] != 0 || question[1] != 1) {
      return List.of();
    }
    String name = new String(question, 2, question.length - 2, StandardCharsets.ISO_8859_1);
    String file = part.settings().child("files").text(name.split("\0", 2)[0], "");
    byte[] head = {0, 3, 0, 1};
    if (file.isEmpty()) {
      return List.of("\0\5\0\1File not found\0".getBytes(StandardCharsets.ISO_8859_1));
    }
    byte[] text = part.fill(file).getBytes(StandardCharsets.ISO_8859_1);
    byte[] answer = Arrays.copyOf(head, head.length + Math.min(BLOCK, text.length));
    System.arraycopy(text, 0, answer, head.length, answer.length - head.length);
    return List.of(answer);
  }
}
