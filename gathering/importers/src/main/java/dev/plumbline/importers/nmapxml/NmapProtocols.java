package dev.plumbline.importers.nmapxml;

import java.util.Locale;
import java.util.Map;

/** Names of protocols as Nmap writes them, in the words of {@code service.identified}. */
final class NmapProtocols {
  private NmapProtocols() {}

  /**
   * The protocol. Where Nmap reached TLS and understood nothing inside, the name that it writes is
   * the port's usual one and proves nothing.
   */
  static String of(Map<String, String> service) {
    if (isEncrypted(service) && service.containsKey("servicefp")) {
      return "unknown";
    }
    return switch (service.getOrDefault("name", "").toLowerCase(Locale.ROOT)) {
      case "http", "http-proxy", "https" -> "http";
      case "ssh" -> "ssh";
      case "telnet" -> "telnet";
      case "ftp" -> "ftp";
      case "smtp" -> "smtp";
      case "mqtt" -> "mqtt";
      case "rtsp" -> "rtsp";
      case "upnp" -> "upnp";
      case "domain" -> "dns";
      default -> "unknown";
    };
  }

  static boolean isEncrypted(Map<String, String> service) {
    String name = service.getOrDefault("name", "");
    return "ssl".equals(service.get("tunnel")) || name.equals("ssl") || name.equals("https");
  }
}
