package dev.plumbline.probes.snmpaccess;

import dev.plumbline.core.BoundedPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The name of an engine of SNMP (RFC 3411, section 5), which anybody gets who asks. Its maker
 * chooses what it is made of: an address, a text, octets.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record EngineId(byte[] bytes) {
  private static final int ENTERPRISE = 4;
  private static final int IPV6 = 2;
  private static final int MAC = 3;
  private static final int TEXT = 4;
  private static final int MAC_OCTETS = 6;
  private static final int IPV6_OCTETS = 16;
  private static final BoundedPattern READABLE = BoundedPattern.compile("[ -~]{3,}");

  boolean isKnown() {
    return bytes.length > ENTERPRISE;
  }

  /** What it says, as lines that a reader of texts understands. */
  String text() {
    List<String> lines = new ArrayList<>();
    if (isKnown()) {
      byte[] rest = rest();
      lines.add(HexFormat.of().formatHex(rest));
      name().ifPresent(lines::add);
      mac(rest).map(HexFormat.ofDelimiter(":")::formatHex).ifPresent(lines::add);
    }
    return String.join("\n", lines);
  }

  /** The text that it is by its format, or because its octets are all readable. */
  Optional<String> name() {
    String text = isKnown() ? new String(rest(), StandardCharsets.ISO_8859_1) : "";
    // Some agents end it with zeros.
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    String cut = text.substring(0, end).strip();
    if (format() == TEXT) {
      return Optional.of(cut.replaceAll("\\p{Cntrl}", " ")).filter(t -> !t.isBlank());
    }
    return Optional.of(cut).filter(t -> READABLE.matcher(t).matches());
  }

  /** Octets behind the number of the maker, and behind the format where there is one. */
  private byte[] rest() {
    return Arrays.copyOfRange(bytes, format() < 0 ? ENTERPRISE : ENTERPRISE + 1, bytes.length);
  }

  /** Without the first bit it has the form of before RFC 3411, which knows no format. */
  private int format() {
    return isKnown() && bytes[0] < 0 ? bytes[ENTERPRISE] & 0xff : -1;
  }

  /** The hardware address in it; of an IPv6 address that was made from one, that one. */
  private Optional<byte[]> mac(byte[] rest) {
    if (format() == MAC && rest.length >= MAC_OCTETS) {
      return Optional.of(Arrays.copyOf(rest, MAC_OCTETS));
    }
    boolean derived =
        format() == IPV6
            && rest.length == IPV6_OCTETS
            && rest[11] == (byte) 0xff
            && rest[12] == (byte) 0xfe;
    return derived
        ? Optional.of(
            new byte[] {(byte) (rest[8] ^ 2), rest[9], rest[10], rest[13], rest[14], rest[15]})
        : Optional.empty();
  }
}
