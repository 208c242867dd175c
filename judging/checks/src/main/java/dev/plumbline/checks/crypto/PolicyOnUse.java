package dev.plumbline.checks.crypto;

import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Entry;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Standing;
import dev.plumbline.judging.fact.Facts;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the crypto policy of the day says of cryptography that was seen in use. What it calls broken
 * refutes whatever a row declares: to declare a hole does not close it.
 */
record PolicyOnUse(CryptoPolicy policy, LocalDate day) {
  static PolicyOnUse of(Facts facts) {
    return new PolicyOnUse(facts.policy(), facts.day());
  }

  /** Whether it is broken, declared or not. */
  boolean breaks(String name) {
    return policy.entry(name).filter(e -> e.standing() == Standing.BROKEN).isPresent();
  }

  /** Whether it is accepted on the day; false where the policy does not know it. */
  boolean accepts(String name) {
    return policy.entry(name).filter(e -> e.isAcceptedOn(day)).isPresent();
  }

  /** Whether it is known and not accepted on the day. */
  boolean rejects(String name) {
    return policy.entry(name).filter(e -> !e.isAcceptedOn(day)).isPresent();
  }

  /**
   * Why a key of that size is not accepted; empty where it is, or where the policy knows no such
   * key.
   *
   * @param family {@code RSA}, {@code DH}, {@code DSA} or {@code EC}
   */
  Optional<String> rejectsKey(String family, int bits) {
    return policy.keySize(family, bits).filter(e -> !e.isAcceptedOn(day)).map(this::because);
  }

  /** Why something is not accepted. */
  String why(String name) {
    return policy.entry(name).map(this::because).orElse("");
  }

  private String because(Entry entry) {
    return "rejected by the crypto policy "
        + policy.id()
        + ": "
        + entry.why().replaceAll("\\.$", "");
  }
}
