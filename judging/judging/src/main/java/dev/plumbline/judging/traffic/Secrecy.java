package dev.plumbline.judging.traffic;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Whether others on the way can read what is said, as far as the protocol was recognised. */
public enum Secrecy {
  ENCRYPTED,
  CLEAR_TEXT,
  /** Some connections are the one, some the other. */
  BOTH,
  /** Nothing recognised tells. */
  UNKNOWN;

  private static final Set<String> ENCRYPTING =
      Set.of("tls", "ssl", "dtls", "quic", "ssh", "https", "mqtts", "coaps");

  /** SMTP is not among them: a connection that begins readable may go on encrypted. */
  private static final Set<String> READABLE =
      Set.of(
          "bacnet",
          "coap",
          "dhcp",
          "dns",
          "ftp",
          "http",
          "llmnr",
          "mdns",
          "modbus",
          "mqtt",
          "ntp",
          "rtsp",
          "sip",
          "snmp",
          "ssdp",
          "telnet",
          "tftp",
          "tplink-smarthome",
          "websocket",
          "ws-discovery");

  /**
   * @param protocols names as observations have them
   * @param readable whether something was read that should not be, or a suite without encryption
   *     was chosen
   */
  static Secrecy of(Collection<String> protocols, boolean readable) {
    boolean encrypted = protocols.stream().anyMatch(p -> ENCRYPTING.contains(lower(p)));
    boolean clear = readable || protocols.stream().anyMatch(p -> READABLE.contains(lower(p)));
    if (encrypted && clear) {
      return BOTH;
    }
    return encrypted ? ENCRYPTED : clear ? CLEAR_TEXT : UNKNOWN;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
