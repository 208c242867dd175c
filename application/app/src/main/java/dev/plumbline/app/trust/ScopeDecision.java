package dev.plumbline.app.trust;

import dev.plumbline.core.Problem;
import java.util.List;

/** Whether what a dossier wants may be done. */
public sealed interface ScopeDecision {

  /** It may. */
  record Agreed(Agreement agreement) implements ScopeDecision {}

  /**
   * A person has to agree first.
   *
   * @param wants what nobody agreed to yet
   * @param since what changed since somebody agreed to the dossier in this folder; empty if nobody
   *     did
   */
  record Open(List<Want> wants, List<String> since) implements ScopeDecision {
    public Open {
      wants = List.copyOf(wants);
      since = List.copyOf(since);
    }
  }

  /**
   * Only a policy of the laboratory can allow it.
   *
   * @param wants what it does not name
   */
  record Delicate(List<Want> wants) implements ScopeDecision {
    public Delicate {
      wants = List.copyOf(wants);
    }
  }

  /** The policy cannot be relied on. */
  record NoPolicy(List<Problem> faults) implements ScopeDecision {
    public NoPolicy {
      faults = List.copyOf(faults);
    }
  }
}
