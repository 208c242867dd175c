package dev.plumbline.app.run;

import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.http.InputReplay;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.observation.http.InputValidation.Finding;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.FindingReplay;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.Environment;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.probe.run.RunOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Sends the input of a finding to the device once more, by the same rules as every probe. Writes
 * nothing into the dossier.
 */
public final class Replaying {

  private final Workspace workspace;

  public Replaying(Workspace workspace) {
    this.workspace = workspace;
  }

  /** A finding of the newest run at an endpoint. */
  public record Candidate(Endpoint endpoint, Finding finding) {
    public String id() {
      return finding.id();
    }

    public String kind() {
      return finding.kind();
    }

    /** Path and parameter; empty for protocols other than HTTP. */
    public String place() {
      return finding.place();
    }

    /** The endpoint with path and parameter. */
    public String where() {
      return endpoint + place();
    }

    /** The input, as the finding writes it. */
    public String input() {
      return finding.reduced();
    }
  }

  /** All findings that can be sent again. */
  public List<Candidate> candidates() {
    List<Candidate> all = new ArrayList<>();
    for (Observation o : workspace.dossier().observations()) {
      Optional<Endpoint> endpoint = Endpoint.parse(o.subject());
      Optional<InputValidation> found = o.as(InputValidation.class);
      if (found.isPresent() && endpoint.isPresent()) {
        all.removeIf(c -> c.endpoint().equals(endpoint.get()));
        found.get().findings().forEach(f -> all.add(new Candidate(endpoint.get(), f)));
      }
    }
    return List.copyOf(all);
  }

  /**
   * Sends it.
   *
   * @param agreement of the person who tests to what this dossier wants
   * @return what came of it: an {@link InputReplay}, or nothing when the run was stopped
   */
  public Optional<Observation> run(Agreement agreement, Candidate candidate, String runId) {
    agreement.require(workspace.folder().directory());
    List<Observation> seen = new ArrayList<>();
    new ProbeRunner(
            workspace.dossier().product(),
            workspace.dossier().ixit(),
            Environment.live((content, what, probe) -> Digest.of(content), Limits.usual()))
        .run(
            List.of(new Once(candidate)),
            workspace.dossier().observations(),
            new RunOptions(runId, Set.of(), Intrusiveness.PROVOKE, false, false),
            seen::add);
    return seen.stream().filter(o -> o.is(InputReplay.class)).findFirst();
  }

  /**
   * Sends it, and tells what came of it.
   *
   * @param agreement of the person who tests to what this dossier wants
   */
  public Replayed replay(Agreement agreement, Candidate candidate, String runId) {
    Optional<Observation> came = run(agreement, candidate, runId);
    return came.flatMap(o -> o.as(InputReplay.class))
        .map(r -> new Replayed(Optional.of(r.again()), r.saw()))
        .orElseGet(
            () ->
                new Replayed(
                    Optional.empty(),
                    came.map(Observation::reason).orElse("the device was not asked")));
  }

  /**
   * What came of an input that was sent again.
   *
   * @param again whether the device did the same; empty where that is not known
   * @param saw what was seen, or why it is not known
   */
  public record Replayed(Optional<Boolean> again, String saw) {}

  /** A run of one input. */
  private record Once(Candidate candidate) implements Probe {
    private static final ProbeSpec SPEC =
        new ProbeSpec(
            "input-replay",
            "1.0.0",
            "Does the input do the same again?",
            List.of(Kinds.key(InputReplay.class)),
            List.of(),
            Intrusiveness.PROVOKE,
            Duration.ofMinutes(2));

    @Override
    public ProbeSpec spec() {
      return SPEC;
    }

    @Override
    public boolean tellsOfFalls() {
      return true;
    }

    @Override
    public void run(ProbeContext context) throws InterruptedException {
      for (Probe probe : ServiceLoader.load(Probe.class)) {
        if (probe instanceof FindingReplay maker && maker.replays(candidate.finding())) {
          maker.replay(context, candidate.endpoint(), candidate.finding());
        }
      }
    }
  }
}
