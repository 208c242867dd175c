package dev.plumbline.client.datagram;

import dev.plumbline.observation.network.UpnpSurface;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An answer to a search (UPnP Device Architecture 2.0, section 1.3.3). Names in lower case. */
public record SsdpAnswer(Map<String, String> headers) {
  private static final int MOST_TEXT = 400;

  public SsdpAnswer {
    headers = Map.copyOf(headers);
  }

  /** A search for devices of a kind, or for all. */
  public static byte[] search(String target) {
    return ("M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: "
            + target
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Empty when the datagram is no answer to a search. */
  public static Optional<SsdpAnswer> parse(byte[] datagram) {
    String text = new String(datagram, StandardCharsets.ISO_8859_1);
    String[] lines = text.split("\r?\n", -1);
    if (!lines[0].matches("HTTP/1\\.[01] 200\\b.*")) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
            cut(lines[i].substring(colon + 1).strip()));
      }
    }
    return headers.containsKey("st") && headers.containsKey("usn")
        ? Optional.of(new SsdpAnswer(headers))
        : Optional.empty();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(MOST_TEXT, text.length()));
  }

  /** Empty where the answer has none of that name. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** As a fact has it. */
  public UpnpSurface.Answer fact() {
    return new UpnpSurface.Answer(
        header("st"), header("usn"), header("server"), header("location"));
  }
}
