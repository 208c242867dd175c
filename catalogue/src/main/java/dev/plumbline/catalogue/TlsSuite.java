package dev.plumbline.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TLS cipher suite taken apart by its IANA name, for suites that a policy does not list.
 *
 * @param keyExchange such as {@code ECDHE_RSA}; empty for TLS 1.3 names
 * @param cipher such as {@code AES_128_GCM}
 * @param mac hash of the MAC, such as {@code SHA}; empty where the cipher authenticates itself
 */
public record TlsSuite(Optional<String> keyExchange, String cipher, Optional<String> mac) {
  private static final Pattern SSL2 = Pattern.compile("SSL_CK_([A-Z0-9_]+?)_WITH_(MD5)");
  private static final Pattern CLASSIC = Pattern.compile("(?:TLS|SSL)_(\\w+?)_WITH_(\\w+)");
  private static final Pattern MODERN = Pattern.compile("TLS_(\\w+)_(SHA\\d*|SM3)");
  private static final Pattern TAIL =
      Pattern.compile("(\\w+?)_(MD5|SHA|SHA256|SHA384|SHA512|SM3|OMAC|IMIT)");
  private static final Pattern AEAD =
      Pattern.compile("\\w+_(GCM|CCM|CCM_8|MGM_[LS])|CHACHA20_POLY1305|AEGIS\\w+");

  private static final Pattern OPENSSL =
      Pattern.compile(
          "(?:(ECDHE|DHE|ECDH|DH)-)?(?:(RSA|ECDSA|PSK|DSS)-)?(AES|CAMELLIA|ARIA)-?(128|256)"
              + "(?:-(GCM|CCM8|CCM|CBC))?-(SHA256|SHA384|SHA)");

  /**
   * Takes a name apart as OpenSSL spells it, such as {@code ECDHE-RSA-AES128-GCM-SHA256}; empty for
   * all else.
   *
   * @param name in upper case
   */
  static Optional<TlsSuite> ofOpenSsl(String name) {
    Matcher m = OPENSSL.matcher(name);
    if (!m.matches()) {
      return Optional.empty();
    }
    String signer = Optional.ofNullable(m.group(2)).orElse("RSA");
    String exchange = m.group(1) == null ? signer : m.group(1) + "_" + signer;
    String mode = Optional.ofNullable(m.group(5)).orElse("CBC").replace("CCM8", "CCM_8");
    return Optional.of(
        of(Optional.of(exchange), m.group(3) + "_" + m.group(4) + "_" + mode + "_" + m.group(6)));
  }

  /** Takes a name apart; empty when it is no name of a suite, or only a signal. */
  public static Optional<TlsSuite> parse(String name) {
    boolean tls = name.startsWith("TLS_") || name.startsWith("SSL_");
    if (!tls || name.endsWith("_SCSV")) {
      return Optional.empty();
    }
    Matcher old = SSL2.matcher(name);
    if (old.matches()) {
      String cipher = old.group(1).replace("_EXPORT40", "");
      String exchange = old.group(1).contains("EXPORT") ? "RSA_EXPORT" : "RSA";
      return Optional.of(new TlsSuite(Optional.of(exchange), cipher, Optional.of(old.group(2))));
    }
    Matcher classic = CLASSIC.matcher(name);
    if (classic.matches()) {
      return Optional.of(of(Optional.of(classic.group(1)), classic.group(2)));
    }
    Matcher modern = MODERN.matcher(name);
    if (!modern.matches()) {
      return Optional.empty();
    }
    boolean integrityOnly = modern.group(1).startsWith("SHA");
    return Optional.of(
        new TlsSuite(Optional.empty(), integrityOnly ? "NULL" : modern.group(1), Optional.empty()));
  }

  /** The names under which a policy holds the parts, such as {@code TLS-CIPHER AES_128_GCM}. */
  public List<String> parts() {
    List<String> parts = new ArrayList<>();
    keyExchange.ifPresent(k -> parts.add("TLS-EXCHANGE " + k));
    parts.add("TLS-CIPHER " + cipher);
    mac.ifPresent(m -> parts.add("TLS-MAC " + m));
    return List.copyOf(parts);
  }

  private static TlsSuite of(Optional<String> exchange, String rest) {
    Matcher tail = TAIL.matcher(rest);
    if (!tail.matches()) {
      return new TlsSuite(exchange, rest, Optional.empty());
    }
    String cipher = tail.group(1);
    boolean aead = AEAD.matcher(cipher).matches();
    return new TlsSuite(exchange, cipher, aead ? Optional.empty() : Optional.of(tail.group(2)));
  }
}
