package dev.plumbline.probes.defaultpasswords;

import dev.plumbline.probes.defaultpasswords.Candidates.Candidate;
import java.util.List;
import java.util.Set;

/** What came of trying known passwords on one door. */
sealed interface DoorResult {
  /**
   * @param accepted logins that opened it, verified
   * @param tried candidates sent
   * @param untried users of whom no candidate got an answer, or one got none that is clear
   * @param stopped why not all of them; empty when all were tried
   */
  record Tried(
      String list, List<Candidate> accepted, int tried, int of, Set<String> untried, String stopped)
      implements DoorResult {
    public Tried {
      accepted = List.copyOf(accepted);
      untried = Set.copyOf(untried);
    }
  }

  /** Nothing can be said. */
  record Unknown(String reason) implements DoorResult {}
}
