package dev.plumbline.insight.portfolio;

import dev.plumbline.scheme.Eligibility;
import dev.plumbline.scheme.Need;
import dev.plumbline.scheme.Outcome;

/**
 * How far a product is from a level of a scheme.
 *
 * @param met how many of the provisions asked for are met
 * @param searched how many more would be once a person confirms what was searched
 * @param asked how many are asked for; 0 where nobody knows them
 */
public record LevelStanding(Level level, Outcome outcome, int met, int searched, int asked) {
  /**
   * Names a level.
   *
   * @param scheme its scheme's id, such as {@code sg-cls}
   * @param id its own id, such as {@code level-2}
   */
  public record Level(String scheme, String id) {
    @Override
    public String toString() {
      return scheme + " " + id;
    }
  }

  static LevelStanding of(Eligibility eligibility) {
    return new LevelStanding(
        new Level(eligibility.scheme().id(), eligibility.level().id()),
        eligibility.outcome(),
        (int) eligibility.needs().stream().filter(Need::met).count(),
        (int) eligibility.needs().stream().filter(n -> n.state() == Need.State.SEARCHED).count(),
        eligibility.needs().size());
  }

  /** Whether all its provisions are known and met; what it asks beside them may still be open. */
  public boolean provisionsMet() {
    return asked > 0 && met == asked;
  }

  /** Whether nothing but confirming what was searched keeps its provisions from being met. */
  public boolean awaitsConfirmation() {
    return searched > 0 && met + searched == asked;
  }
}
