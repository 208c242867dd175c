package dev.plumbline.engine;

/**
 * The four counts of a scope. Each counts test items.
 *
 * @param declared items that the declaration gives rise to
 * @param planned of those, items that something can decide: a probe, a rule or a person
 * @param executed of those, items where anything was looked at
 * @param evidenced of those, items whose finding can be traced to evidence
 */
public record Counts(int declared, int planned, int executed, int evidenced) {
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(
        declared + other.declared,
        planned + other.planned,
        executed + other.executed,
        evidenced + other.evidenced);
  }
}
