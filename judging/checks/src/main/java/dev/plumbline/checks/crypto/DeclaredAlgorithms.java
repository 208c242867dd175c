package dev.plumbline.checks.crypto;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.tls.TlsSuite;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The algorithms that a row lists, compared whatever the spelling.
 *
 * @param names as listed, in their plain form
 * @param words the same and the column in words, where sizes and groups may stand
 */
record DeclaredAlgorithms(Set<String> names, String words) {
  private static final Set<String> STATIC_RSA = Set.of("RSAKEX", "RSAKEYEXCHANGE", "STATICRSA");

  private static final BoundedPattern GROUP =
      BoundedPattern.compile(
          "X25519|X448|(ECDHE|NIST)?P(192|224|256|384|521)|SECP\\d{3}[RK]1|FFDHE\\d+|.*MLKEM.*");
  private static final BoundedPattern SIGNATURE =
      BoundedPattern.compile("^(ECDSA|RSA(?!KEX|KEYEX)|ED25519|ED448)");

  /** A number soon after the name, which is not that of a hash. */
  private static final String SIZE = "(?:(?!SHA)\\D){0,24}?(\\d{3,5})\\b";

  private static final BoundedPattern RSA_SIZE =
      BoundedPattern.compile("(?i)\\bRSA" + SIZE + "|\\b(\\d{3,5})[- ]?bits? RSA\\b");
  private static final BoundedPattern DH_SIZE =
      BoundedPattern.compile(
          "(?i)\\b(?:ffdhe|DHE?|Diffie-Hellman|MODP)" + SIZE + "|\\b(\\d{3,5})[- ]?bits? DHE?\\b");

  /** Sizes of keys that anybody uses are multiples of this; years and counts rarely are. */
  private static final int STEP = 128;

  private static final int LEAST = 512;

  DeclaredAlgorithms {
    names = Set.copyOf(names);
  }

  static DeclaredAlgorithms of(IxitEntry row) {
    return new DeclaredAlgorithms(
        row.texts("algorithms").stream().map(DeclaredAlgorithms::plain).collect(Collectors.toSet()),
        Stream.concat(row.texts("algorithms").stream(), Stream.of(row.text("cryptographicDetails")))
            .collect(Collectors.joining("; ")));
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Whether the row says on which groups keys are agreed. */
  boolean namesGroups() {
    return names.stream().anyMatch(GROUP.asMatchPredicate());
  }

  /** Whether a group is declared, such as {@code x25519} by its name and secp256r1 as P-256. */
  boolean hasGroup(String group) {
    return spellings(group).anyMatch(s -> has(s) || plainWords().contains(plain(s)));
  }

  private Set<String> plainWords() {
    return BoundedPattern.compile("[\\s,;:()]+")
        .splitAsStream(words)
        .map(w -> plain(w.replaceFirst("[.]+$", "")))
        .collect(Collectors.toSet());
  }

  private static Stream<String> spellings(String group) {
    String bits = group.replaceAll("^secp(\\d{3})r1$", "$1");
    return bits.equals(group)
        ? Stream.of(group)
        : Stream.of(group, "P-" + bits, "ECDHE-P" + bits, "NIST-P" + bits, "prime" + bits + "v1");
  }

  /**
   * The smallest size that the row gives for a kind of key; 0 where it gives none.
   *
   * @param family {@code RSA} or {@code DH}
   */
  int smallest(String family) {
    BoundedPattern sizes = family.equals("RSA") ? RSA_SIZE : DH_SIZE;
    TreeSet<Integer> found = new TreeSet<>();
    sizes
        .matcher(words)
        .results()
        .map(m -> Integer.parseInt(m.group(1) == null ? m.group(2) : m.group(1)))
        .filter(bits -> bits >= LEAST && bits % STEP == 0)
        .forEach(found::add);
    return found.isEmpty() ? 0 : found.first();
  }

  /** Whether the row says with what is signed. */
  boolean namesSignatures() {
    return names.stream().anyMatch(SIGNATURE.asPredicate());
  }

  /**
   * Whether a signature algorithm is declared: by its registered name, or as a kind of signature
   * and a hash. Curve and hash of ECDSA may stand as {@code ECDSA-P256} and {@code SHA-256}.
   */
  boolean hasSignature(String algorithm) {
    if (has(algorithm)) {
      return true;
    }
    String hash = algorithm.replaceAll("^.*_(sha\\d+|md5)$", "$1");
    boolean hashed = !hash.equals(algorithm) && has(hash);
    String bits = algorithm.replaceAll("^ecdsa_secp(\\d{3})r1_.*$", "$1");
    if (algorithm.startsWith("ecdsa_")) {
      return hashed && (has("ECDSA") || has("ECDSA-P" + bits));
    }
    if (algorithm.startsWith("rsa_pss_")) {
      return hashed && (has("RSA-PSS") || has("RSA"));
    }
    return algorithm.startsWith("rsa_pkcs1_") && hashed && (has("RSA-PKCS1") || has("RSA"));
  }

  /** Whether the device may log in with a key such as {@code EC-256} or {@code RSA-2048}. */
  boolean hasKey(String key) {
    String bits = key.replaceAll("^.*-", "");
    return key.startsWith("EC-")
        ? has("ECDSA") || has("ECDSA-P" + bits)
        : has(key)
            || (key.matches("RSA-\\d{3,5}") && hasRsa(Integer.parseInt(bits)))
            || (key.startsWith("Ed") && has("EdDSA"));
  }

  /** RSA without a size, or with one that the key has at least. */
  private boolean hasRsa(int bits) {
    return names.stream()
        .filter(n -> n.matches("RSA(PSS)?\\d{0,5}"))
        .map(n -> n.replaceAll("\\D", ""))
        .anyMatch(size -> size.isEmpty() || Integer.parseInt(size) <= bits);
  }

  boolean secureTransport() {
    return names.stream().anyMatch(d -> d.matches("(D?TLS|SSH).*"));
  }

  boolean has(String name) {
    return names.contains(plain(name));
  }

  /** Whether a cipher suite is declared: by its name, or each of its parts. */
  boolean covers(String suite) {
    if (has(suite)) {
      return true;
    }
    return TlsSuite.parse(suite)
        .filter(parts -> keys(parts) && has(parts.cipher()) && mac(parts))
        .isPresent();
  }

  /** RSA as a signature, which a row may well list, is not RSA as a key exchange. */
  private boolean keys(TlsSuite parts) {
    if (parts.keyExchange().isEmpty()) {
      return true;
    }
    return parts.agreement().equals("RSA")
        ? names.stream().anyMatch(STATIC_RSA::contains)
        : has(parts.agreement()) && proof(parts.authentication());
  }

  /** A size beside RSA, or a curve beside ECDSA, names the algorithm as well. */
  private boolean proof(String algorithm) {
    return has(algorithm)
        || (algorithm.equals("RSA") && names.stream().anyMatch(n -> n.matches("RSA\\d{4,5}")));
  }

  /** The hash of a suite in CBC mode protects its records, so it has to be listed as well. */
  private boolean mac(TlsSuite parts) {
    if (!parts.isCbc() || parts.mac().isEmpty()) {
      return true;
    }
    String hash = parts.mac().get();
    List<String> spellings =
        hash.equals("SHA")
            ? List.of("SHA", "SHA-1", "HMAC-SHA", "HMAC-SHA-1")
            : List.of(hash, "HMAC-" + hash);
    return spellings.stream().anyMatch(this::has);
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
