package dev.plumbline.judging.check;

import dev.plumbline.core.Finding;
import dev.plumbline.core.TableRole;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import java.util.Set;

/**
 * Joins observations and declarations into a finding about one test item. Named as a proposition;
 * its name in kebab-case is the id by which editions bind it to their units ({@link Checks#id}).
 * Found through {@code ServiceLoader}, so that it has a public constructor without parameters.
 *
 * <p>A check lists the questions of its proposition in a {@link QuestionLog}. It returns Holds only
 * when each is answered by a named fact, for each subject; at a unit whose question is open, the
 * engine turns Holds into Searched.
 */
public interface Check {
  /** Keys of the observations that it reads. */
  List<String> needs();

  /**
   * Whether it can only refute: what it does not refute stays undetermined, and a person decides.
   */
  default boolean refutesOnly() {
    return false;
  }

  /** Roles of the IXIT tables that it reads beyond those that its unit names. */
  default Set<TableRole> reads() {
    return Set.of();
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
   * @param questionLog the questions asked and what answered each
   */
  record Outcome(
      Finding finding,
      List<dev.plumbline.dossier.Observation> basis,
      List<Contradiction> contradictions,
      QuestionLog questionLog) {
    public Outcome {
      basis = List.copyOf(basis);
      contradictions = List.copyOf(contradictions);
    }

    /** An outcome without any question; it can never lead to a PASS. */
    public Outcome(
        Finding finding,
        List<dev.plumbline.dossier.Observation> basis,
        List<Contradiction> contradictions) {
      this(finding, basis, contradictions, QuestionLog.NONE);
    }

    public static Outcome of(Finding finding, List<dev.plumbline.dossier.Observation> basis) {
      return new Outcome(finding, basis, List.of());
    }

    public static Outcome undetermined(String reason) {
      return of(new Finding.Undetermined(reason), List.of());
    }
  }
}
