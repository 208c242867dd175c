package dev.plumbline.catalogue.crypto;

import dev.plumbline.catalogue.crypto.CryptoPolicy.Entry;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Standing;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.tls.TlsSuite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Finds the entry of a policy for a name: as listed, by key size, or by the parts of a suite. */
public final class PolicyLookup {
  /** How key-size entries are stored: family and smallest size, {@code KEY-SIZE RSA 3000}. */
  static final String SIZE = "KEY-SIZE ";

  private static final BoundedPattern SIZED =
      BoundedPattern.compile("(RSA|DH|DSA|EC|ECDH|ECDSA)[- ]?(\\d{3,5})");

  private static final Comparator<Entry> WORST_FIRST =
      Comparator.comparing(Entry::standing)
          .reversed()
          .thenComparing(e -> e.until().orElse(LocalDate.MAX));

  private PolicyLookup() {}

  /** Upper case without hyphens, underscores and spaces, so that SHA-256 finds SHA256. */
  static String fold(String name) {
    return name.strip().toUpperCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }

  static Optional<Entry> find(Map<String, Entry> entries, String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    Optional<Entry> listed = listed(entries, name.strip());
    if (listed.isPresent()) {
      return listed;
    }
    Matcher sized = SIZED.matcher(upper);
    if (sized.matches()) {
      return size(entries, sized.group(1), Integer.parseInt(sized.group(2)));
    }
    return TlsSuite.parse(upper)
        .or(() -> TlsSuite.ofOpenSsl(upper))
        .flatMap(s -> byParts(entries, name.strip(), s.parts()));
  }

  /** The entry with the largest floor that the size reaches. */
  static Optional<Entry> size(Map<String, Entry> entries, String family, int bits) {
    String prefix = SIZE + (family.startsWith("EC") ? "EC" : family) + " ";
    return entries.entrySet().stream()
        .filter(e -> e.getKey().startsWith(prefix))
        .filter(e -> floor(e.getKey()) <= bits)
        .max(Comparator.comparingInt(e -> floor(e.getKey())))
        .map(Map.Entry::getValue);
  }

  /** As written, then in upper case, then folded. */
  private static Optional<Entry> listed(Map<String, Entry> entries, String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      entry = entries.get(name.toUpperCase(Locale.ROOT));
    }
    return Optional.ofNullable(entry == null ? entries.get(fold(name)) : entry);
  }

  private static Optional<Entry> byParts(
      Map<String, Entry> entries, String name, List<String> parts) {
    List<Entry> found = new ArrayList<>();
    parts.forEach(p -> listed(entries, p).ifPresent(found::add));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Entry worst = found.stream().min(WORST_FIRST).orElseThrow();
    // A part that the policy does not know may be bad, so only a broken part settles the suite.
    if (found.size() < parts.size() && worst.standing() != Standing.BROKEN) {
      return Optional.empty();
    }
    List<Entry> reasons =
        found.stream()
            .filter(e -> e.standing() == worst.standing() && e.until().equals(worst.until()))
            .toList();
    return Optional.of(
        new Entry(
            name,
            "suite",
            worst.standing(),
            worst.until(),
            reasons.stream().map(Entry::why).distinct().collect(Collectors.joining(" ")),
            reasons.stream().flatMap(e -> e.sources().stream()).distinct().toList(),
            List.of(),
            found.stream().anyMatch(Entry::ownChoice)));
  }

  private static int floor(String key) {
    return Integer.parseInt(key.substring(key.lastIndexOf(' ') + 1));
  }
}
