package dev.plumbline.app.run;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problems;
import dev.plumbline.driver.DriverFile;
import dev.plumbline.driver.DriverTrial;
import dev.plumbline.driver.FileDriver;
import dev.plumbline.driver.Person;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.run.DriverSource;
import dev.plumbline.probe.run.Environment;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.probe.run.RunListener;
import dev.plumbline.probe.run.RunOptions;
import dev.plumbline.probe.run.RunReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The driver of a dossier's device. */
public final class Driving {
  private final Workspace workspace;
  private final boolean mayRunPrograms;
  private final Optional<Person> person;

  /**
   * @param mayRunPrograms whether the user allowed programs of this dossier to run
   * @param person somebody who can be asked to do something with the device
   */
  public Driving(Workspace workspace, boolean mayRunPrograms, Optional<Person> person) {
    this.workspace = workspace;
    this.mayRunPrograms = mayRunPrograms;
    this.person = person;
  }

  /** What driver.yaml describes; empty when the dossier has none that can be used. */
  public Optional<DriverFile> described() {
    return DriverFile.read(workspace.folder(), workspace.dossier(), new Problems());
  }

  /** Whether the dossier has a driver.yaml that can be used. */
  public boolean isDescribed() {
    return described().isPresent();
  }

  /**
   * What became of a check of a driver.
   *
   * @param about the outcome, for a report of a defect
   */
  public record Checked(RunEnd end, String about) {}

  /**
   * Performs every action once. Nothing is kept in the dossier.
   *
   * @param agreement of the person who tests to what this dossier wants
   * @param level actions that do more to the device are left out, one of {@link RunOrder#levels()}
   * @throws UnusableInputException if there is no such level
   */
  public Checked check(
      Agreement agreement, String level, String runId, DriverTrial.Listener listener) {
    RunReport report = check(agreement, RunOrder.most(level), runId, listener, observation -> {});
    return new Checked(RunEnd.of(report), report.probes().toString());
  }

  /** The driver for a run; empty when the dossier describes none. */
  public Optional<DriverSource> source() {
    return described().map(f -> FileDriver.source(f, workspace.folder(), mayRunPrograms, person));
  }

  /**
   * Performs every action once. Nothing is kept in the dossier.
   *
   * @param agreement of the person who tests to what this dossier wants
   * @param most actions that do more to the device are left out
   */
  public RunReport check(
      Agreement agreement,
      Intrusiveness most,
      String runId,
      DriverTrial.Listener listener,
      RunListener run) {
    agreement.require(workspace.folder().directory());
    Environment environment =
        Environment.live(
            (content, what, probe) -> dev.plumbline.core.Digest.of(content), Limits.usual());
    return new ProbeRunner(
            workspace.dossier().product(),
            workspace.dossier().ixit(),
            source().map(environment::with).orElse(environment))
        .run(
            List.of(new DriverTrial(most, listener)),
            List.of(),
            new RunOptions(runId, Set.of(), most, false, false),
            run);
  }
}
