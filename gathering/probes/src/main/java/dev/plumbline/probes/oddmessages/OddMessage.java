package dev.plumbline.probes.oddmessages;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.oddinput.Runs;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Digest;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A message that a service should not process.
 *
 * @param messageClass its class in messages.yaml
 * @param written its bytes in hexadecimal; {@code 41*300} is a byte three hundred times
 */
record OddMessage(String messageClass, String written) {
  private static final int LONG_RUN = 8;
  private static final BoundedPattern WORD =
      BoundedPattern.compile("(?:([0-9a-f]{2})\\*(\\d{1,5})|((?:[0-9a-f]{2})++))(?: |$)");

  /** All messages of a protocol, in the order of the file. */
  static List<OddMessage> of(String protocol) {
    return of(protocol, "");
  }

  /**
   * The same where messages lead to a place.
   *
   * @param place what stands for {@code PLACE} in the file
   */
  static List<OddMessage> of(String protocol, String place) {
    return DataFile.mapping(OddMessage.class, "messages.yaml").mappings(protocol).stream()
        .map(m -> of(m, place))
        .toList();
  }

  private static OddMessage of(Mapping m, String place) {
    String messageClass = m.text("class").orElseThrow();
    return m.text("text")
        .map(t -> of(messageClass, Runs.expanded(t).getBytes(StandardCharsets.ISO_8859_1)))
        .orElseGet(
            () ->
                new OddMessage(messageClass, m.text("hex").orElseThrow().replace("PLACE", place)));
  }

  /** A message of these bytes. */
  static OddMessage of(String messageClass, byte[] bytes) {
    StringBuilder written = new StringBuilder();
    int at = 0;
    boolean inRun = true;
    while (at < bytes.length) {
      int end = at;
      while (end < bytes.length && bytes[end] == bytes[at]) {
        end++;
      }
      String each = HexFormat.of().toHexDigits(bytes[at]);
      boolean run = end - at >= LONG_RUN;
      if ((run || inRun) && !written.isEmpty()) {
        written.append(' ');
      }
      written.append(run ? each + "*" + (end - at) : each.repeat(end - at));
      inRun = run;
      at = end;
    }
    return new OddMessage(messageClass, written.toString());
  }

  /** Reads bytes as they are written here; empty when the text is none. */
  static Optional<byte[]> bytes(String written) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Matcher word = WORD.matcher(written);
    int at = 0;
    while (at < written.length()) {
      if (!word.find(at) || word.start() != at) {
        return Optional.empty();
      }
      if (word.group(3) != null) {
        out.writeBytes(HexFormat.of().parseHex(word.group(3)));
      } else {
        byte each = (byte) HexFormat.fromHexDigits(word.group(1));
        for (int i = 0; i < Integer.parseInt(word.group(2)); i++) {
          out.write(each);
        }
      }
      at = word.end();
    }
    return Optional.of(out.toByteArray());
  }

  byte[] bytes() {
    return bytes(written)
        .orElseThrow(() -> new IllegalStateException("not hexadecimal: " + written));
  }

  String digest() {
    return Digest.of(bytes()).hex();
  }
}
