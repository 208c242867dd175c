package dev.plumbline.engine.portfolio;

import dev.plumbline.engine.scheme.Eligibility;
import dev.plumbline.engine.scheme.Need;
import dev.plumbline.engine.scheme.Outcome;

/**
 * How far a product is from a level of a scheme.
 *
 * @param met how many of the provisions asked for are met
 * @param asked how many are asked for; 0 where nobody knows them
 */
public record LevelStanding(Level level, Outcome outcome, int met, int asked) {
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
        eligibility.needs().size());
  }

  /** Whether all its provisions are known and met; what it asks beside them may still be open. */
  public boolean provisionsMet() {
    return asked > 0 && met == asked;
  }
}
