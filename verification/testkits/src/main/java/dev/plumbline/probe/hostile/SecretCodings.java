package dev.plumbline.probe.hostile;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The forms, as text, in which devices and files send a secret. */
public final class SecretCodings {
  private SecretCodings() {}

  /** How a secret is coded, by the name of the coding. */
  public static Map<String, UnaryOperator<String>> all() {
    Map<String, UnaryOperator<String>> forms = new LinkedHashMap<>();
    forms.put("plain", s -> s);
    forms.put("upper case", s -> s.toUpperCase(Locale.ROOT));
    forms.put("lower case", s -> s.toLowerCase(Locale.ROOT));
    forms.put("hex", s -> HexFormat.of().formatHex(utf8(s)));
    forms.put("HEX", s -> HexFormat.of().withUpperCase().formatHex(utf8(s)));
    forms.put("hex with colons", s -> HexFormat.ofDelimiter(":").formatHex(utf8(s)));
    forms.put("hex with blanks", s -> HexFormat.ofDelimiter(" ").formatHex(utf8(s)));
    forms.put("a list of hex", s -> "0x" + HexFormat.ofDelimiter(", 0x").formatHex(utf8(s)));
    forms.put("percent", s -> URLEncoder.encode(s, StandardCharsets.UTF_8));
    forms.put(
        "percent without plus",
        s -> URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20"));
    forms.put("all percent", s -> each(utf8(s), "%%%02X"));
    forms.put("all percent, small", s -> each(utf8(s), "%%%02x"));
    forms.put("Base64", s -> Base64.getEncoder().encodeToString(utf8(s)));
    forms.put("Base64 of a login", s -> Base64.getEncoder().encodeToString(utf8("admin:" + s)));
    forms.put("Base64 for URLs", s -> Base64.getUrlEncoder().encodeToString(utf8(s)));
    forms.put(
        "double Base64",
        s -> Base64.getEncoder().encodeToString(Base64.getEncoder().encode(utf8(s))));
    forms.put("Base32", SecretCodings::base32);
    forms.put("JSON", s -> s.replace("\\", "\\\\").replace("\"", "\\\""));
    forms.put("JSON as PHP writes it", s -> s.replace("\"", "\\\"").replace("/", "\\/"));
    forms.put("JSON, all escaped", s -> chars(s, "\\u%04x"));
    forms.put("JSON, all ESCAPED", s -> chars(s, "\\u%04X"));
    forms.put("JavaScript", s -> each(utf8(s), "\\x%02x"));
    forms.put("decimal entities", s -> chars(s, "&#%d;"));
    forms.put("hexadecimal entities", s -> chars(s, "&#x%x;"));
    forms.put(
        "named entities",
        s ->
            s.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("/", "&#x2F;"));
    forms.put("quoted-printable", s -> each(utf8(s), "=%02X"));
    forms.put("quoted-printable, wrapped", s -> s.substring(0, 4) + "=\r\n" + s.substring(4));
    return forms;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String each(byte[] bytes, String format) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(String.format(Locale.ROOT, format, b & 0xff));
    }
    return text.toString();
  }

  private static String chars(String text, String format) {
    return text.chars()
        .mapToObj(c -> String.format(Locale.ROOT, format, c))
        .collect(Collectors.joining());
  }

  private static String base32(String secret) {
    String bits = new BigInteger(1, utf8(secret)).toString(2);
    String whole = "0".repeat(utf8(secret).length * 8 - bits.length()) + bits;
    String padded = whole + "0".repeat((5 - whole.length() % 5) % 5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < padded.length(); i += 5) {
      text.append(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
              .charAt(Integer.parseInt(padded.substring(i, i + 5), 2)));
    }
    return text.toString();
  }
}
