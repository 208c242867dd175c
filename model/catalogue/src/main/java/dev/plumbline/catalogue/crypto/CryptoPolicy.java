package dev.plumbline.catalogue.crypto;

import dev.plumbline.core.Digest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A dated list of what cryptography is accepted. Verdicts on cryptography name the policy and its
 * digest, so that old evidence can be judged anew under another one.
 *
 * @param id such as {@code plumbline-2026-11}
 * @param entries by name of algorithm or protocol version, aliases included: as written, in upper
 *     case, and in upper case without hyphens
 */
public record CryptoPolicy(
    String id, LocalDate date, String title, Map<String, Entry> entries, Digest digest) {
  public CryptoPolicy {
    entries = Map.copyOf(entries);
  }

  /** Standing of an algorithm. */
  public enum Standing {
    ACCEPTED,
    ACCEPTED_UNTIL,
    BROKEN
  }

  /**
   * One algorithm, size or protocol version.
   *
   * @param kind {@code protocol}, {@code suite}, {@code cipher}, {@code aead}, {@code hash}, {@code
   *     checksum}, {@code mac}, {@code signature}, {@code key-exchange}, {@code key-size}, {@code
   *     kdf}, {@code password-hash}, {@code one-time-password}
   * @param until last day of acceptance, for {@link Standing#ACCEPTED_UNTIL}
   * @param why the attack or the recommendation behind it
   * @param sources published documents, with date
   * @param needs kinds of which a complete one has to stand beside it, since the name alone does
   *     not say enough: a mode, a MAC, a curve, the suites; empty for a name that is complete
   * @param ownChoice whether the standing is a choice of the policy rather than of a published
   *     catalogue
   */
  public record Entry(
      String name,
      String kind,
      Standing standing,
      Optional<LocalDate> until,
      String why,
      List<String> sources,
      List<String> needs,
      boolean ownChoice) {
    public Entry {
      sources = List.copyOf(sources);
      needs = List.copyOf(needs);
    }

    /** Whether the entry is accepted on that day. */
    public boolean isAcceptedOn(LocalDate day) {
      return switch (standing) {
        case ACCEPTED -> true;
        case ACCEPTED_UNTIL -> until.isPresent() && !day.isAfter(until.get());
        case BROKEN -> false;
      };
    }
  }

  /**
   * The entry for a name or alias, whatever its case and hyphens; a name with a size (RSA-2048) is
   * found by size, a TLS suite that is not listed by its parts, the worst of which counts.
   *
   * @return empty when the policy is silent
   */
  public Optional<Entry> entry(String name) {
    return PolicyLookup.find(entries, name);
  }

  /** The algorithms of one mechanism, judged together on a day. */
  public AlgorithmList list(List<String> names, LocalDate day) {
    return new AlgorithmList(this, names, day);
  }

  /**
   * The entry for a key of that size.
   *
   * @param family {@code RSA}, {@code DH}, {@code DSA} or {@code EC}
   * @param bits size of the modulus, the prime or the curve
   */
  public Optional<Entry> keySize(String family, int bits) {
    return PolicyLookup.size(entries, family.toUpperCase(Locale.ROOT), bits);
  }
}
