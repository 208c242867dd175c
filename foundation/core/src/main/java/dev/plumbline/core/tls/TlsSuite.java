package dev.plumbline.core.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cipher suite taken apart by its registered name.
 *
 * @param keyExchange such as {@code ECDHE_RSA}; empty for TLS 1.3 names
 * @param cipher such as {@code AES_128_GCM}; {@code NULL} where nothing is encrypted, which is so
 *     in the suites of RFC 9150 too
 * @param mac hash of the MAC, such as {@code SHA}; empty where the cipher authenticates itself
 * @param export whether its keys are cut to what could once be exported
 */
public record TlsSuite(
    Optional<String> keyExchange, String cipher, Optional<String> mac, boolean export) {
  /** Versions whose CBC mode takes its vector from the record before (BEAST). */
  private static final Set<String> PREDICTABLE_VECTORS = Set.of("SSLv2", "SSLv3", "TLSv1.0");

  private static final Pattern SSL2 = Pattern.compile("SSL_CK_([A-Z0-9_]+?)_WITH_(MD5|SHA)");
  private static final Pattern CLASSIC = Pattern.compile("(?:TLS|SSL)_(\\w+?)_WITH_(\\w+)");
  private static final Pattern MODERN = Pattern.compile("TLS_(\\w+)_(SHA\\d*|SM3)");
  private static final Pattern TAIL =
      Pattern.compile("(\\w+?)_(MD5|SHA|SHA256|SHA384|SHA512|SM3|OMAC|IMIT)");
  private static final Pattern AEAD =
      Pattern.compile("\\w+_(GCM|CCM|CCM_8|MGM_[LS])|CHACHA20_POLY1305|AEGIS\\w+");
  private static final Pattern SIGNED =
      Pattern.compile("(ECDHE|DHE)_(RSA|ECDSA|DSS)(_EXPORT|_EXPORT1024)?");
  private static final Pattern STATIC_RSA =
      Pattern.compile("RSA|RSA_EXPORT|RSA_EXPORT1024|RSA_FIPS|RSA_PSK");

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
  public static Optional<TlsSuite> ofOpenSsl(String name) {
    Matcher m = OPENSSL.matcher(name);
    if (!m.matches()) {
      return Optional.empty();
    }
    String signer = Optional.ofNullable(m.group(2)).orElse("RSA");
    String exchange = m.group(1) == null ? signer : m.group(1) + "_" + signer;
    String mode = Optional.ofNullable(m.group(5)).orElse("CBC").replace("CCM8", "CCM_8");
    return Optional.of(
        of(exchange, m.group(3) + "_" + m.group(4) + "_" + mode + "_" + m.group(6), false));
  }

  /** Takes a name apart; empty when it is no name of a suite, or only a signal. */
  public static Optional<TlsSuite> parse(String name) {
    boolean tls = name.startsWith("TLS_") || name.startsWith("SSL_");
    if (!tls || name.endsWith("_SCSV")) {
      return Optional.empty();
    }
    boolean export = name.contains("EXPORT");
    Matcher old = SSL2.matcher(name);
    if (old.matches()) {
      // In SSL 2.0 the cipher stands in front, and the key is always sent with RSA.
      String cipher = old.group(1).replace("_EXPORT40", "");
      String exchange = export ? "RSA_EXPORT" : "RSA";
      return Optional.of(
          new TlsSuite(Optional.of(exchange), cipher, Optional.of(old.group(2)), export));
    }
    Matcher classic = CLASSIC.matcher(name);
    if (classic.matches()) {
      return Optional.of(of(classic.group(1), classic.group(2), export));
    }
    Matcher modern = MODERN.matcher(name);
    if (!modern.matches()) {
      return Optional.empty();
    }
    boolean integrityOnly = modern.group(1).startsWith("SHA");
    return Optional.of(
        new TlsSuite(
            Optional.empty(), integrityOnly ? "NULL" : modern.group(1), Optional.empty(), false));
  }

  private static TlsSuite of(String exchange, String rest, boolean export) {
    Matcher tail = TAIL.matcher(rest);
    if (!tail.matches()) {
      return new TlsSuite(Optional.of(exchange), rest, Optional.empty(), export);
    }
    String cipher = tail.group(1);
    boolean aead = AEAD.matcher(cipher).matches();
    return new TlsSuite(
        Optional.of(exchange),
        cipher,
        aead ? Optional.empty() : Optional.of(tail.group(2)),
        export);
  }

  /** The names under which a policy holds the parts, such as {@code TLS-CIPHER AES_128_GCM}. */
  public List<String> parts() {
    List<String> parts = new ArrayList<>();
    keyExchange.ifPresent(k -> parts.add("TLS-EXCHANGE " + k));
    parts.add("TLS-CIPHER " + cipher);
    mac.ifPresent(m -> parts.add("TLS-MAC " + m));
    return List.copyOf(parts);
  }

  /** How the key is agreed, such as {@code ECDHE}; empty for TLS 1.3. */
  public String agreement() {
    return keyExchange.map(k -> k.split("_")[0]).orElse("");
  }

  /** By what the server proves itself, such as {@code ECDSA}; empty for TLS 1.3. */
  public String authentication() {
    return keyExchange.map(k -> k.split("_")).map(k -> k[Math.min(1, k.length - 1)]).orElse("");
  }

  /** Whether nothing is encrypted. */
  public boolean isNull() {
    return cipher.startsWith("NULL");
  }

  /** Whether the server proves nothing at all. */
  public boolean isAnonymous() {
    return keyExchange.filter(k -> k.matches("(?i)(EC)?DH_anon.*")).isPresent();
  }

  public boolean isRc4() {
    return cipher.startsWith("RC4");
  }

  public boolean isTripleDes() {
    return cipher.startsWith("3DES") || cipher.startsWith("DES_192_EDE3");
  }

  /** Single DES, with 56 bits or fewer. */
  public boolean isSingleDes() {
    return (cipher.startsWith("DES_") && !isTripleDes()) || cipher.startsWith("DES40");
  }

  public boolean isCbc() {
    return cipher.contains("_CBC");
  }

  /** RSA key transport: no forward secrecy, and open to Bleichenbacher's attack. */
  public boolean isStaticRsa() {
    return keyExchange.filter(STATIC_RSA.asMatchPredicate()).isPresent();
  }

  public boolean isEphemeralEc() {
    return keyExchange.filter(k -> k.startsWith("ECDHE_") || k.equals("ECDH_anon")).isPresent();
  }

  public boolean isEphemeralDh() {
    return keyExchange.filter(k -> k.startsWith("DHE_") || k.startsWith("DH_anon")).isPresent();
  }

  /** Whether the server signs its ephemeral key. */
  public boolean isSigned() {
    return keyExchange.filter(SIGNED.asMatchPredicate()).isPresent();
  }

  /**
   * What is known against it, by the names of {@code tls.weaknesses}.
   *
   * @param version in which it is used, such as {@code TLSv1.2}
   */
  public Set<String> weaknesses(String version) {
    Set<String> weak = new TreeSet<>();
    add(weak, "cbc-tls10", isCbc() && PREDICTABLE_VECTORS.contains(version));
    add(weak, "null-cipher", isNull());
    add(weak, "anonymous", isAnonymous());
    add(weak, "export", export);
    add(weak, "rc4", isRc4());
    add(weak, "3des", isTripleDes());
    add(weak, "des", isSingleDes());
    add(weak, "static-rsa", isStaticRsa());
    return weak;
  }

  private static void add(Set<String> weak, String name, boolean shown) {
    if (shown) {
      weak.add(name);
    }
  }
}
