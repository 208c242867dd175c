package dev.plumbline.acceptance;

import dev.plumbline.app.run.Driving;
import dev.plumbline.app.run.TestRun;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.ProbeOutcome;
import dev.plumbline.probe.run.RunOptions;
import dev.plumbline.probe.run.RunReport;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of the product on one device: open and test.
 *
 * @param workspace the dossier with what was observed
 * @param trouble probes that did not run to their end, and why
 */
record Rehearsal(Workspace workspace, List<String> trouble) {
  Rehearsal {
    trouble = List.copyOf(trouble);
  }

  /**
   * Runs the steps.
   *
   * @param dossier a copy of an example's dossier, which receives the evidence
   * @param only probes to run; empty for all
   */
  static Rehearsal of(DeviceSpec device, Path dossier, Set<String> only) throws IOException {
    return of(device, dossier, "run-1", only, Limits.usual());
  }

  /**
   * Runs the steps on a dossier that may hold an earlier run.
   *
   * @param run name of the run
   */
  static Rehearsal of(DeviceSpec device, Path dossier, String run, Set<String> only, Limits limits)
      throws IOException {
    return of(device, dossier, run, only, limits, Set.of());
  }

  /**
   * The same, and then a second run in the factory default, if there is a way there.
   *
   * @param afterReset probes of the second run; none is none
   */
  static Rehearsal of(
      DeviceSpec device,
      Path dossier,
      String run,
      Set<String> only,
      Limits limits,
      Set<String> afterReset)
      throws IOException {
    RunReport report;
    Workspace untested = open(dossier);
    try (Stage _ = Stage.open(device)) {
      TestRun test =
          new TestRun(untested, "acceptance", limits)
              .with(new Driving(untested, true, Optional.empty()));
      Agreement agreed = Agreement.shipped(dossier);
      report =
          test.run(
              agreed,
              new RunOptions(run, only, Intrusiveness.STRESS, false, false),
              observation -> {});
      if (!afterReset.isEmpty()) {
        test.runIn(
            agreed,
            "factory-default",
            new RunOptions(reset(run), afterReset, Intrusiveness.PROVOKE, false, false),
            observation -> {});
      }
    }
    return new Rehearsal(
        open(dossier),
        report.probes().stream()
            .filter(p -> p.state() != ProbeOutcome.State.DONE)
            .map(p -> p.probe() + " " + p.state() + ": " + p.reason())
            .toList());
  }

  /** The name of the run in the factory default that goes with a run. */
  static String reset(String run) {
    return run + "-reset";
  }

  static Workspace open(Path dossier) {
    Workspace.Opened opened = Workspace.open(dossier, LocalDate.now(Clock.systemUTC()));
    return opened
        .workspace()
        .orElseThrow(() -> new IllegalStateException(dossier + ": " + opened.problems()));
  }
}
