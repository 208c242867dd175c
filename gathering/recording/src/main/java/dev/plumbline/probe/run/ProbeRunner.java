package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.observation.run.RunLogins;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.ProbeOutcome.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Runs probes against one device, one after the other, in an order in which each finds what it
 * needs. A probe that crashes or takes too long costs its own answers and nothing else.
 */
public final class ProbeRunner {

  private final Product product;
  private final Ixit ixit;
  private final Environment environment;

  public ProbeRunner(Product product, Ixit ixit, Environment environment) {
    this.product = product;
    this.ixit = ixit;
    this.environment = environment;
  }

  /** All probes on the class path, by id. */
  public static List<Probe> installed() {
    return ServiceLoader.load(Probe.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(p -> p.spec().id()))
        .toList();
  }

  /**
   * Runs. When the calling thread is interrupted the running probe is ended, what is done stays,
   * and the report says that the run was stopped; the interrupt is taken as answered by that.
   *
   * @param earlier observations of the dossier's journal
   * @throws IllegalArgumentException if two probes have the same id, need each other, or a wanted
   *     one does not exist
   */
  public RunReport run(
      List<Probe> probes, List<Observation> earlier, RunOptions options, RunListener listener) {
    KnownFacts known = known(earlier, options);
    List<Probe> chosen = chosen(probes, options, known);
    if (options.dryRun()) {
      return dryRun(chosen, options, known, listener);
    }
    Conduct conduct = new Conduct(product, ixit, environment, options.runId());
    carryOverLogins(known, conduct);
    return new Course(conduct, known, options, listener).run(chosen);
  }

  /**
   * Whom a run would ask, for how long, and what it may do to the device. Sends nothing.
   *
   * @param earlier observations of the dossier's journal; they tell which endpoints there are
   * @throws IllegalArgumentException as {@link #run}
   */
  public List<PlannedProbe> plan(
      List<Probe> probes, List<Observation> earlier, RunOptions options) {
    KnownFacts known = known(earlier, options);
    RunPlan plan = new RunPlan(product, known);
    return chosen(probes, options, known).stream()
        .map(p -> plan.of(p.spec(), Course.beforehand(p.spec(), options, known), options.most()))
        .toList();
  }

  private KnownFacts known(List<Observation> earlier, RunOptions options) {
    return new KnownFacts(
        options.runId(),
        earlier.stream()
            .filter(o -> o.source().softwareVersion().equals(product.softwareVersion()))
            // In another device state other ports are open.
            .filter(o -> o.source().state().equals(product.state()))
            .toList());
  }

  private static List<Probe> chosen(List<Probe> probes, RunOptions options, KnownFacts known) {
    List<Probe> ordered = ProbeOrder.of(probes);
    List<String> ids = ordered.stream().map(p -> p.spec().id()).toList();
    for (String wanted : options.only()) {
      if (!ids.contains(wanted)) {
        throw new IllegalArgumentException("there is no probe '" + wanted + "'; there are " + ids);
      }
    }
    return ProbeOrder.withNeeds(ordered, options.only(), known::has);
  }

  private static RunReport dryRun(
      List<Probe> chosen, RunOptions options, KnownFacts known, RunListener listener) {
    List<ProbeOutcome> outcomes = new ArrayList<>();
    for (Probe probe : chosen) {
      ProbeSpec spec = probe.spec();
      ProbeOutcome outcome =
          Course.beforehand(spec, options, known)
              .orElse(new ProbeOutcome(spec.id(), State.PLANNED, "", 0));
      listener.ended(spec, outcome);
      outcomes.add(outcome);
    }
    return new RunReport(outcomes, false);
  }

  // Also without resume: the device counts wrong logins whether or not we begin anew.
  private static void carryOverLogins(KnownFacts known, Conduct conduct) {
    for (Observation o : known.ofThisRun(RunLogins.class)) {
      o.as(RunLogins.class)
          .ifPresent(
              l -> conduct.logins().carryOver(o.subject(), (int) l.wrong(), (int) l.bruteForce()));
    }
  }

  /** Ports of the device that the declaration names one by one; the health of a fresh run. */
  static List<Endpoint> named(Product product) {
    return product.targets().stream()
        .flatMap(
            t ->
                t.ports().stream()
                    .filter(r -> r.first() == r.last())
                    .map(r -> Endpoint.tcp(t.address(), r.first())))
        .limit(12)
        .toList();
  }
}
