package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.run.DeviceHealth;
import dev.plumbline.observation.run.RunProbeDone;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.ProbeOutcome.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One run, from its first probe to its last. */
final class Course {
  private final Conduct conduct;
  private final KnownFacts known;
  private final RunOptions options;
  private final RunListener listener;
  private final HealthCheck health;
  private Optional<String> deviceDown = Optional.empty();
  private Optional<String> altered = Optional.empty();

  Course(Conduct conduct, KnownFacts known, RunOptions options, RunListener listener) {
    this.conduct = conduct;
    this.known = known;
    this.options = options;
    this.listener = listener;
    this.health = new HealthCheck(conduct);
  }

  /** What is settled about a probe before anything is sent; empty when it has to run. */
  static Optional<ProbeOutcome> beforehand(ProbeSpec spec, RunOptions options, KnownFacts known) {
    if (options.resume() && isDone(spec, known)) {
      return Optional.of(new ProbeOutcome(spec.id(), State.DONE_BEFORE, "", 0));
    }
    if (spec.intrusiveness().compareTo(options.most()) > 0) {
      return Optional.of(
          new ProbeOutcome(
              spec.id(),
              State.NOT_RUN,
              "it is of intrusiveness "
                  + spec.intrusiveness().name().toLowerCase(Locale.ROOT)
                  + ", more than this run allows",
              0));
    }
    return Optional.empty();
  }

  private static boolean isDone(ProbeSpec spec, KnownFacts known) {
    return known.ofThisRun(RunProbeDone.class).stream()
        .anyMatch(
            o -> o.subject().equals(spec.id()) && o.source().version().equals(spec.version()));
  }

  RunReport run(List<Probe> probes) {
    List<ProbeOutcome> outcomes = new ArrayList<>();
    for (Probe probe : probes) {
      ProbeOutcome outcome = beforehand(probe.spec(), options, known).orElseGet(() -> step(probe));
      outcomes.add(outcome);
      listener.ended(probe.spec(), outcome);
      if (outcome.state() == State.STOPPED) {
        return new RunReport(outcomes, true);
      }
    }
    return new RunReport(outcomes, false);
  }

  private ProbeOutcome step(Probe probe) {
    ProbeSpec spec = probe.spec();
    Optional<String> hindrance = deviceDown.or(() -> altered);
    if (hindrance.isPresent() && spec.intrusiveness().compareTo(Intrusiveness.OBSERVE) > 0) {
      String reason = "not asked: " + hindrance.get();
      spec.produces().forEach(k -> tell(conduct.unanswered(spec, k, "DUT", reason)));
      return new ProbeOutcome(spec.id(), State.NOT_RUN, reason, spec.produces().size());
    }
    listener.started(spec);
    LiveContext context = new LiveContext(conduct, spec, known, listener, options.most(), altered);
    Instant began = conduct.environment().clock().instant();
    try {
      Set<Endpoint> before = health.answering(knownOpen());
      ProbeOutcome end = Execution.of(probe, context).await(conduct.environment().limits());
      context.end();
      if (end.state() == State.STOPPED) {
        return context
            .altered()
            .map(how -> new ProbeOutcome(spec.id(), State.STOPPED, end.reason() + "; " + how, 0))
            .orElse(end);
      }
      return settle(probe, context, before, end, began);
    } catch (InterruptedException e) {
      context.end();
      return new ProbeOutcome(spec.id(), State.STOPPED, "the run was stopped", 0);
    }
  }

  private ProbeOutcome settle(
      Probe probe, LiveContext context, Set<Endpoint> before, ProbeOutcome ended, Instant began)
      throws InterruptedException {
    ProbeSpec spec = probe.spec();
    ProbeOutcome end = withFailures(ended, context.failures());
    Set<Endpoint> expected = new TreeSet<>(before);
    expected.addAll(inScope(HealthCheck.seenOpen(context.recorded())));
    Set<Endpoint> after = health.stillAnswering(expected);
    List<Observation> observations = new ArrayList<>(evidenced(context));
    if (!ended.reason().isEmpty()) {
      spec.produces().forEach(k -> observations.add(unanswered(spec, k, ended.reason())));
    }
    Set<Endpoint> lost = new TreeSet<>(expected);
    lost.removeAll(after);
    ProbeOutcome outcome = end;
    if (context.altered().isPresent()) {
      altered = context.altered().map(how -> spec.id() + " left the device altered: " + how);
      if (end.state() == State.DONE) {
        outcome = new ProbeOutcome(spec.id(), State.LEFT_ALTERED, altered.get(), 0);
      }
    }
    if (!lost.isEmpty()) {
      String reason = lost + " stopped answering while " + spec.id() + " ran";
      deviceDown = Optional.of("the device's endpoint " + reason);
      if (!probe.tellsOfFalls()) {
        observations.replaceAll(o -> withdrawn(o, deviceDown.get()));
      }
      if (end.state() != State.FAILED) {
        outcome = new ProbeOutcome(spec.id(), State.DEVICE_DOWN, deviceDown.get(), 0);
      }
    } else if (!after.isEmpty()) {
      deviceDown = Optional.empty();
    }
    observations.forEach(this::tell);
    tellHealth(spec, after, lost);
    if (outcome.state() == State.DONE || outcome.state() == State.LEFT_ALTERED) {
      tell(mark(spec, began));
    }
    return new ProbeOutcome(spec.id(), outcome.state(), outcome.reason(), observations.size());
  }

  /** Where a part failed, that part is without an answer already, and the others have theirs. */
  private static ProbeOutcome withFailures(ProbeOutcome ended, List<String> failures) {
    return ended.state() != State.DONE || failures.isEmpty()
        ? ended
        : new ProbeOutcome(
            ended.probe(), State.FAILED, "the probe failed at " + String.join("; ", failures), 0);
  }

  private List<Observation> evidenced(LiveContext context) {
    try {
      return context.withEvidence();
    } catch (IOException e) {
      // A fact whose transcript cannot be kept cannot be shown to anybody.
      return context.recorded().stream()
          .map(o -> withdrawn(o, "its evidence could not be stored: " + e.getMessage()))
          .toList();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return context.recorded().stream()
          .map(o -> withdrawn(o, "its evidence could not be made: " + Execution.described(e)))
          .toList();
    }
  }

  private Observation unanswered(ProbeSpec spec, String key, String reason) {
    return conduct.unanswered(spec, key, "DUT", reason);
  }

  private static Observation withdrawn(Observation o, String reason) {
    return new Observation(
        o.key(),
        o.subject(),
        Outcome.UNDETERMINED,
        Map.of(),
        o.coverage(),
        o.seen() ? reason : o.reason() + "; " + reason,
        o.source(),
        o.evidence());
  }

  private Set<Endpoint> knownOpen() {
    List<Observation> ports = known.ofThisRun(TcpOpenPorts.class);
    return inScope(
        ports.isEmpty() ? ProbeRunner.named(conduct.product()) : HealthCheck.seenOpen(ports));
  }

  private Set<Endpoint> inScope(Collection<Endpoint> endpoints) {
    Set<Endpoint> allowed = new TreeSet<>(endpoints);
    allowed.removeIf(e -> !conduct.scope().allows(e));
    return allowed;
  }

  private void tellHealth(ProbeSpec spec, Set<Endpoint> after, Set<Endpoint> lost) {
    if (after.isEmpty() && lost.isEmpty()) {
      tell(
          conduct.unanswered(
              spec,
              Kinds.key(DeviceHealth.class),
              "DUT",
              "no open endpoint is known that could be asked"));
      return;
    }
    tell(
        conduct.seen(
            spec,
            "DUT",
            new DeviceHealth(
                lost.isEmpty(),
                spec.id(),
                spec.id(),
                HealthCheck.texts(after),
                HealthCheck.texts(lost),
                after.size() + lost.size())));
  }

  /** Says that the probe is done, and how long it took, for whoever plans the next run. */
  private Observation mark(ProbeSpec spec, Instant began) {
    Instant now = conduct.environment().clock().instant();
    long took = Math.max(0, Duration.between(began, now).toMillis());
    return conduct.seen(spec, spec.id(), new RunProbeDone(spec.version(), took));
  }

  private void tell(Observation observation) {
    known.add(observation);
    listener.observed(observation);
  }
}
