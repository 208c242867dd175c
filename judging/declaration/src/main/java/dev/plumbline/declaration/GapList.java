package dev.plumbline.declaration;

import dev.plumbline.catalogue.attack.Attack;
import java.util.List;

/**
 * The gaps of a product, and the attacks that they leave open.
 *
 * @param gaps most attacked first, mandatory before recommended, then by number
 * @param attacks attacks with at least one open way in, the widest open first
 */
public record GapList(List<Gap> gaps, List<OpenAttack> attacks) {
  public GapList {
    gaps = List.copyOf(gaps);
    attacks = List.copyOf(attacks);
  }

  /** An attack that finds ways in. */
  public record OpenAttack(Attack attack, List<OpenVector> vectors) {
    public OpenAttack {
      vectors = List.copyOf(vectors);
    }
  }

  /** A way in, with the gaps that leave it open. */
  public record OpenVector(Attack.Vector vector, List<Gap> gaps) {
    public OpenVector {
      gaps = List.copyOf(gaps);
    }
  }
}
