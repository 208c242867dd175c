package dev.plumbline.testbed.datagram;

import dev.plumbline.testbed.net.PartContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Answers searches for UPnP devices. Settings: {@code server}, {@code location} ({@code ${address}}
 * is the device's address), {@code uuid}, {@code types}: what it says it is.
 */
final class SsdpAnswers implements Function<byte[], List<byte[]>> {
  private static final String UUID = "00005e00-5301-0000-0000-00005e005301";

  private final PartContext part;

  SsdpAnswers(PartContext part) {
    this.part = part;
  }

  @Override
  public List<byte[]> apply(byte[] question) {
    String text = new String(question, StandardCharsets.ISO_8859_1);
    String wanted =
        text.lines()
            .filter(l -> l.toUpperCase(Locale.ROOT).startsWith("ST:"))
            .map(l -> l.substring(3).strip())
            .findFirst()
            .orElse("");
    if (!text.startsWith("M-SEARCH * HTTP/1.1") || !text.contains("\"ssdp:discover\"")) {
      return List.of();
    }
    return part.settings().texts("types").stream()
        .filter(type -> wanted.equals("ssdp:all") || wanted.equals(type))
        .map(this::answer)
        .toList();
  }

  private byte[] answer(String type) {
    String location =
        part.settings().text("location", "").replace("${address}", part.address().getHostAddress());
    return part.fill(
            "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=1800\r\nEXT:\r\nLOCATION: "
                + location
                + "\r\nSERVER: "
                + part.settings().text("server", "")
                + "\r\nST: "
                + type
                + "\r\nUSN: uuid:"
                + part.settings().text("uuid", UUID)
                + "::"
                + type
                + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
