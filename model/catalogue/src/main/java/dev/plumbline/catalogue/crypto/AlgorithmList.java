package dev.plumbline.catalogue.crypto;

import dev.plumbline.catalogue.crypto.CryptoPolicy.Entry;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The algorithms of one mechanism, judged together: a name that says too little alone can be
 * complete beside another, and a checksum beside a signature finds accidents.
 */
public record AlgorithmList(CryptoPolicy policy, List<String> names, LocalDate day) {
  /** Kinds that may stand beside others for a purpose that is none of security. */
  private static final Set<String> DIGESTS = Set.of("hash", "checksum");

  /** Kinds that show where a message comes from. */
  private static final Set<String> AUTHENTICATE =
      Set.of("protocol", "suite", "mac", "signature", "aead");

  public AlgorithmList {
    names = List.copyOf(names);
  }

  /** Whether one of them is broken for a security purpose. */
  public boolean isAttacked() {
    return names.stream().anyMatch(n -> counts(n, e -> e.standing() == Standing.BROKEN));
  }

  /**
   * Whether one of them is broken, or a published catalogue accepts it no longer. What is only the
   * policy's own cut-off refuses nothing.
   */
  public boolean isRefused() {
    return names.stream()
        .anyMatch(
            n ->
                counts(
                    n,
                    e ->
                        e.standing() == Standing.BROKEN
                            || (!e.isAcceptedOn(day) && !e.ownChoice())));
  }

  /** Whether a published catalogue accepts each of them, and each is told with mode and size. */
  public boolean isCatalogued() {
    return !names.isEmpty() && names.stream().allMatch(this::isCatalogued);
  }

  /** Whether one of them shows where a message comes from, and that it is unchanged. */
  public boolean authenticates() {
    return names.stream()
        .flatMap(n -> policy.entry(n).stream())
        .anyMatch(e -> AUTHENTICATE.contains(e.kind()));
  }

  private boolean isCatalogued(String name) {
    return policy
        .entry(name)
        .filter(e -> e.isAcceptedOn(day) && !e.ownChoice())
        .filter(this::isComplete)
        .isPresent();
  }

  private boolean isComplete(Entry entry) {
    return entry.needs().isEmpty()
        || names.stream()
            .flatMap(n -> policy.entry(n).stream())
            .anyMatch(
                e ->
                    entry.needs().contains(e.kind()) && e.needs().isEmpty() && e.isAcceptedOn(day));
  }

  /** Whether a name has it, and is not a digest that may serve no security beside others. */
  private boolean counts(String name, Predicate<Entry> has) {
    Optional<Entry> entry = policy.entry(name).filter(has);
    return entry.isPresent() && !(DIGESTS.contains(entry.get().kind()) && isBesideOthers());
  }

  /** Whether the list also holds an accepted algorithm that is no digest. */
  private boolean isBesideOthers() {
    return names.stream()
        .flatMap(n -> policy.entry(n).stream())
        .anyMatch(e -> !DIGESTS.contains(e.kind()) && e.isAcceptedOn(day));
  }
}
