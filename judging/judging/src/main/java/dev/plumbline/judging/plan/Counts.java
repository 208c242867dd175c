package dev.plumbline.judging.plan;

/**
 * The counts of a scope. Each counts test items.
 *
 * @param declared items that the declaration gives rise to
 * @param planned of those, items that something can decide: a probe, a rule or a person
 * @param executed of those, items where anything was looked at
 * @param evidenced of those, items whose finding can be traced to evidence
 * @param proved items that a machine passes: each of their questions is closed and answered
 * @param confirmed items that a person passes after a machine's search
 * @param decided items that a person passes
 * @param searched items that a machine searched without finding anything, and that nobody
 *     confirmed; no pass
 */
public record Counts(
    int declared,
    int planned,
    int executed,
    int evidenced,
    int proved,
    int confirmed,
    int decided,
    int searched) {
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /** Counts of items of which none has a conclusion yet. */
  public Counts(int declared, int planned, int executed, int evidenced) {
    this(declared, planned, executed, evidenced, 0, 0, 0, 0);
  }

  public Counts plus(Counts other) {
    return new Counts(
        declared + other.declared,
        planned + other.planned,
        executed + other.executed,
        evidenced + other.evidenced,
        proved + other.proved,
        confirmed + other.confirmed,
        decided + other.decided,
        searched + other.searched);
  }
}
