package dev.plumbline.engine;

import dev.plumbline.core.Finding;
import java.util.List;
import java.util.Set;

/**
 * Joins observations and declarations into a finding about one test item. Named as a proposition,
 * bound to unit ids by {@link Decides}; found through {@code ServiceLoader}.
 *
 * <p>A check returns Holds only when the observations cover what the unit asks; a gap in coverage
 * is Undetermined.
 */
public interface Check {
  /** Keys of the observations that it reads. */
  List<String> needs();

  /** IXIT tables that it reads beyond those that its unit names. */
  default List<String> reads() {
    return List.of();
  }

  /**
   * Device states beyond the one under assessment whose observations it reads with {@link
   * Facts#inState}, such as {@code tampered}.
   */
  default Set<String> states() {
    return Set.of();
  }

  /**
   * Whether its finding can depend on the crypto policy. By default when it reads what TLS or SSH
   * endpoints negotiate.
   */
  default boolean readsPolicy() {
    return needs().stream().anyMatch(k -> k.startsWith("tls.") || k.startsWith("ssh."));
  }

  /** The finding, with the observations that it rests on. */
  Outcome judge(TestItem item, Facts facts);

  /**
   * @param basis the observations that the finding rests on
   * @param contradictions statements of the dossier that an observation contradicts
   */
  record Outcome(
      Finding finding,
      List<dev.plumbline.dossier.Observation> basis,
      List<Contradiction> contradictions) {
    public Outcome {
      basis = List.copyOf(basis);
      contradictions = List.copyOf(contradictions);
    }

    public static Outcome of(Finding finding, List<dev.plumbline.dossier.Observation> basis) {
      return new Outcome(finding, basis, List.of());
    }

    public static Outcome undetermined(String reason) {
      return of(new Finding.Undetermined(reason), List.of());
    }
  }
}
