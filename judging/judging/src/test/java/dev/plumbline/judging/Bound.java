package dev.plumbline.judging;

import dev.plumbline.judging.check.Check;

/** A check that says itself which unit it decides, since it is one of a test alone. */
interface Bound extends Check {
  String unit();
}
