package dev.plumbline.judging;

/** What stands behind the verdict of a test item. */
public enum Conclusion {
  /** PASS by a machine: every question of a closed kind is answered. */
  PROVED,
  /** PASS by a person who confirmed what a machine had searched. */
  CONFIRMED,
  /** PASS by a person's own decision. */
  DECIDED,
  /** INCONCLUSIVE: a machine searched and found nothing against it; nobody has confirmed it. */
  SEARCHED,
  /** INCONCLUSIVE: no answer. */
  OPEN,
  /** FAIL. */
  REFUTED,
  NOT_APPLICABLE
}
