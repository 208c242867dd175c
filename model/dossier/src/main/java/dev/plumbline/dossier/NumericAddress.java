package dev.plumbline.dossier;

import dev.plumbline.core.address.AddressClass;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A numeric IPv4 or IPv6 address. Names are not looked up: a name can lead elsewhere tomorrow.
 *
 * @param text the canonical form (RFC 5952 for IPv6), with a zone where one was written
 * @param kind how far it goes
 */
public record NumericAddress(String text, AddressClass kind) {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._-]{1,15}");

  /** Reads an address; empty when the text is none, or a name. */
  public static Optional<NumericAddress> parse(String text) {
    int percent = text.indexOf('%');
    String literal = percent < 0 ? text : text.substring(0, percent);
    if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
      return Optional.empty();
    }
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(literal);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (percent < 0) {
      return Optional.of(new NumericAddress(canonical(address), AddressClass.of(address)));
    }
    String zone = text.substring(percent + 1);
    return address.isLinkLocalAddress() && ZONE.matcher(zone).matches()
        ? Optional.of(new NumericAddress(canonical(address) + "%" + zone, AddressClass.of(address)))
        : Optional.empty();
  }

  private static String canonical(InetAddress address) {
    if (address instanceof Inet4Address) {
      return address.getHostAddress();
    }
    byte[] b = address.getAddress();
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (b[2 * i] & 0xff) << 8 | (b[2 * i + 1] & 0xff);
    }
    int bestStart = -1;
    int bestLength = 1;
    for (int start = 0; start < 8; start++) {
      int end = start;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - start > bestLength) {
        bestStart = start;
        bestLength = end - start;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == bestStart) {
        text.append("::");
        i += bestLength - 1;
      } else {
        boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
