package dev.plumbline.probe;

import java.time.Duration;
import java.util.List;

/**
 * What a probe asks and needs; read from its {@code probe.yaml}.
 *
 * @param id kebab-case; the package is the id without hyphens
 * @param question what it asks, as a question
 * @param produces keys of its observations
 * @param consumes keys of observations that have to be there first
 * @param intrusiveness what it does to the device at least; a run that allows less leaves it out
 * @param most what it or its driver may do beside where the run allows it
 * @param budget longest time it may take
 * @param asks whom it asks
 * @param may what it may do to the device where the run allows it
 * @param follows keys of observations after whose probes it runs, where the run has them at all
 */
public record ProbeSpec(
    String id,
    String version,
    String question,
    List<String> produces,
    List<String> consumes,
    Intrusiveness intrusiveness,
    Intrusiveness most,
    Duration budget,
    List<Asked> asks,
    List<Effect> may,
    List<String> follows) {
  public ProbeSpec {
    produces = List.copyOf(produces);
    consumes = List.copyOf(consumes);
    asks = List.copyOf(asks);
    may = List.copyOf(may);
    follows = List.copyOf(follows);
  }

  /** One that does not say whom it asks. */
  public ProbeSpec(
      String id,
      String version,
      String question,
      List<String> produces,
      List<String> consumes,
      Intrusiveness intrusiveness,
      Intrusiveness most,
      Duration budget) {
    this(
        id,
        version,
        question,
        produces,
        consumes,
        intrusiveness,
        most,
        budget,
        List.of(),
        List.of(),
        List.of());
  }

  /** One that does the same in every run. */
  public ProbeSpec(
      String id,
      String version,
      String question,
      List<String> produces,
      List<String> consumes,
      Intrusiveness intrusiveness,
      Duration budget) {
    this(id, version, question, produces, consumes, intrusiveness, intrusiveness, budget);
  }

  /**
   * Reads the {@code probe.yaml} that lies beside the class.
   *
   * @throws IllegalStateException if it is missing or wrong; the message lists every problem
   */
  public static ProbeSpec load(Class<? extends Probe> probe) {
    return ProbeSpecFile.load(probe);
  }
}
