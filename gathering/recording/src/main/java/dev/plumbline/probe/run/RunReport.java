package dev.plumbline.probe.run;

import java.util.List;

/**
 * What became of a run.
 *
 * @param probes in the order of the run
 * @param stopped whether it was interrupted; what was done is kept, and resume continues
 */
public record RunReport(List<ProbeOutcome> probes, boolean stopped) {
  public RunReport {
    probes = List.copyOf(probes);
  }

  /** Whether a probe failed by a defect of ours; the exit code of the command says so. */
  public boolean failed() {
    return probes.stream().anyMatch(p -> p.state() == ProbeOutcome.State.FAILED);
  }
}
