package dev.plumbline.probe.run;

import dev.plumbline.probe.Intrusiveness;
import java.util.Set;

/**
 * @param runId names the run; the same name again with resume continues it
 * @param only ids of the probes wanted, with what they need; empty for all
 * @param most most intrusive probe that may run
 * @param dryRun only say what would run; nothing is sent
 * @param resume leave out what an earlier part of this run completed
 */
public record RunOptions(
    String runId, Set<String> only, Intrusiveness most, boolean dryRun, boolean resume) {
  public RunOptions {
    only = Set.copyOf(only);
  }

  /** All probes up to {@link Intrusiveness#PROVOKE}. */
  public static RunOptions usual(String runId) {
    return new RunOptions(runId, Set.of(), Intrusiveness.PROVOKE, false, false);
  }
}
