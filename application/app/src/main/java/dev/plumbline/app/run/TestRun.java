package dev.plumbline.app.run;

import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.driver.StateChange;
import dev.plumbline.observation.trial.DeviceState;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.DriverSource;
import dev.plumbline.probe.run.Environment;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.PlannedProbe;
import dev.plumbline.probe.run.ProbeOutcome;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.probe.run.RunListener;
import dev.plumbline.probe.run.RunOptions;
import dev.plumbline.probe.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the installed probes against the device of a dossier and keeps what they saw in it. */
public final class TestRun {
  private final Workspace workspace;
  private final String tool;
  private final Limits limits;
  private final Optional<DriverSource> driver;

  /**
   * @param tool name and version of the program, for evidence
   */
  public TestRun(Workspace workspace, String tool) {
    this(workspace, tool, Limits.usual());
  }

  /**
   * @param tool name and version of the program, for evidence
   * @param limits what every connection is held to
   */
  public TestRun(Workspace workspace, String tool, Limits limits) {
    this(workspace, tool, limits, Optional.empty());
  }

  private TestRun(Workspace workspace, String tool, Limits limits, Optional<DriverSource> driver) {
    this.workspace = workspace;
    this.tool = tool;
    this.limits = limits;
    this.driver = driver;
  }

  /** The same with what makes the device do things. */
  public TestRun with(Driving driving) {
    return new TestRun(workspace, tool, limits, driving.source());
  }

  /** The name of the last run in the journal, to resume it. */
  public Optional<String> lastRun() {
    List<Observation> all = workspace.dossier().observations();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().source().runId());
  }

  /** Whom a run would ask, for how long, and what it may do. Sends nothing and writes nothing. */
  public List<PlannedProbe> plan(RunOptions options) {
    return runner((content, what, probe) -> dev.plumbline.core.Digest.of(content))
        .plan(ProbeRunner.installed(), workspace.dossier().observations(), options);
  }

  /**
   * Runs. A dry run sends nothing and writes nothing.
   *
   * @param agreement of the person who tests to what this dossier wants
   * @throws IOException if the dossier cannot be written
   */
  public RunReport run(Agreement agreement, RunOptions options, RunListener listener)
      throws IOException {
    agreement.require(workspace.folder().directory());
    if (options.dryRun()) {
      return runner((content, what, probe) -> dev.plumbline.core.Digest.of(content))
          .run(ProbeRunner.installed(), workspace.dossier().observations(), options, listener);
    }
    DossierFolder folder = workspace.folder();
    try (DossierWriter writer = folder.write()) {
      ProbeRunner runner =
          runner(
              (content, what, probe) ->
                  writer.storeEvidence(content, note(what, probe, options.runId())).sha256());
      return runner.run(
          ProbeRunner.installed(),
          workspace.dossier().observations(),
          options,
          new Keeping(writer, listener));
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Runs in another device state: takes the device there by its driver, runs, and takes it back. A
   * device that cannot say that it is there is not tested; what is seen carries the state.
   *
   * @param agreement of the person who tests to what this dossier wants
   * @param state as in product.yaml
   * @throws IOException if the dossier cannot be written
   */
  public StateRun runIn(Agreement agreement, String state, RunOptions options, RunListener listener)
      throws IOException {
    agreement.require(workspace.folder().directory());
    DossierFolder folder = workspace.folder();
    Product product = workspace.dossier().product();
    try (DossierWriter writer = folder.write()) {
      dev.plumbline.probe.run.EvidenceSink sink =
          (content, what, probe) ->
              writer.storeEvidence(content, note(what, probe, options.runId())).sha256();
      RunListener keeping = new Keeping(writer, listener);
      Change there = change(state, product, sink, options, keeping);
      Optional<RunReport> report =
          there.hindrance().isPresent()
              ? Optional.empty()
              : Optional.of(
                  runner(sink, product.inState(state))
                      .run(
                          ProbeRunner.installed(),
                          workspace.dossier().observations(),
                          options,
                          keeping));
      // Where nothing was done, nothing has to be undone.
      Optional<String> notBack =
          there.touched()
              ? change(product.state(), product, sink, options, keeping).hindrance()
              : Optional.empty();
      return new StateRun(there.hindrance(), report, notBack);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * What became of a run in another state.
   *
   * @param unreached why the device did not get there; empty when it did
   * @param report of the run, when it did
   * @param notBack why the device is not known to be back; empty when it is
   */
  public record StateRun(
      Optional<String> unreached, Optional<RunReport> report, Optional<String> notBack) {
    /** How the run ended, when the device got there. */
    public Optional<RunEnd> end() {
      return report.map(RunEnd::of);
    }
  }

  /**
   * What became of a change of state.
   *
   * @param hindrance why the device is not known to be there
   * @param touched whether the device was asked to change
   */
  private record Change(Optional<String> hindrance, boolean touched) {}

  /** Takes the device into a state. */
  private Change change(
      String state,
      Product product,
      dev.plumbline.probe.run.EvidenceSink sink,
      RunOptions options,
      RunListener listener) {
    Optional<StateChange> change = StateChange.into(state);
    if (change.isEmpty()) {
      return new Change(
          Optional.of(DriverResult.needed("an action that leads to '" + state + "'")), false);
    }
    List<Observation> told = new ArrayList<>();
    RunOptions own =
        new RunOptions(
            options.runId() + "-to-" + state, Set.of(), Intrusiveness.STRESS, false, false);
    runner(sink, product)
        .run(
            List.of(change.get()),
            List.of(),
            own,
            o -> {
              told.add(o);
              listener.observed(o);
            });
    Optional<String> hindrance =
        told.stream()
            .filter(o -> o.is(DeviceState.class))
            .findFirst()
            .map(o -> o.seen() ? Optional.<String>empty() : Optional.of(o.reason()))
            .orElse(Optional.of("the run was stopped before"));
    return new Change(hindrance, change.get().touched());
  }

  private ProbeRunner runner(dev.plumbline.probe.run.EvidenceSink sink) {
    return runner(sink, workspace.dossier().product());
  }

  private ProbeRunner runner(dev.plumbline.probe.run.EvidenceSink sink, Product product) {
    Environment environment = Environment.live(sink, limits);
    return new ProbeRunner(
        product, workspace.dossier().ixit(), driver.map(environment::with).orElse(environment));
  }

  private EvidenceNote note(String what, String probe, String runId) {
    return new EvidenceNote(
        what,
        tool,
        "",
        "probe " + probe + ", run " + runId,
        "",
        Instant.now(),
        workspace.dossier().product().softwareVersion());
  }

  /** Puts every observation into the journal before anybody else hears of it. */
  private record Keeping(DossierWriter writer, RunListener next) implements RunListener {
    @Override
    public void started(ProbeSpec probe) {
      next.started(probe);
    }

    @Override
    public void progress(ProbeSpec probe, String text, double fraction) {
      next.progress(probe, text, fraction);
    }

    @Override
    public void observed(Observation observation) {
      try {
        writer.appendObservations(List.of(observation));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      next.observed(observation);
    }

    @Override
    public void ended(ProbeSpec probe, ProbeOutcome outcome) {
      next.ended(probe, outcome);
    }
  }
}
