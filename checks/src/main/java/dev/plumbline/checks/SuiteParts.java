package dev.plumbline.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The parts that an IANA cipher suite name is made of.
 *
 * @param keyExchange such as {@code ECDHE}; empty for TLS 1.3
 * @param authentication such as {@code ECDSA}; empty for TLS 1.3
 * @param cipher such as {@code AES-128-GCM}
 * @param hash such as {@code SHA256}; empty where the name has none
 */
record SuiteParts(String keyExchange, String authentication, String cipher, String hash) {

  private static final Pattern HASH = Pattern.compile("SHA\\d*|MD5");

  static SuiteParts of(String suite) {
    String name = suite.startsWith("TLS_") || suite.startsWith("SSL_") ? suite.substring(4) : suite;
    int with = name.indexOf("_WITH_");
    String front = with < 0 ? "" : name.substring(0, with);
    List<String> back =
        new ArrayList<>(List.of((with < 0 ? name : name.substring(with + 6)).split("_")));
    String hash = "";
    if (back.size() > 1 && HASH.matcher(back.getLast()).matches()) {
      hash = back.removeLast();
    }
    List<String> keys = front.isEmpty() ? List.of() : List.of(front.split("_"));
    String keyExchange = keys.isEmpty() ? "" : keys.getFirst();
    String authentication = keys.size() > 1 ? keys.get(1) : keyExchange;
    return new SuiteParts(keyExchange, authentication, String.join("-", back), hash);
  }

  /** A name of an algorithm without case, hyphens and underscores, so that spellings compare. */
  static String plain(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(upper.length());
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.') {
        kept.append(c);
      }
    }
    return kept.toString().replace("EDE", "");
  }
}
