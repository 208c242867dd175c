package dev.plumbline.checks;

import dev.plumbline.dossier.Observation;
import java.util.Map;
import java.util.Optional;

/**
 * What the device told of itself before something was done to it, and in one phase of that.
 *
 * @param phase {@code during} or {@code after}
 * @param event what was done, in words
 */
record Told(Observation o, String phase, String event) {
  static final String FUNCTION = "function";
  static final String WORKS = "works";

  private static final String FAILS = "fails";
  private static final String BEFORE = "before";

  /** Whether a control of the observation was met. */
  static boolean controlled(Observation o, String by) {
    return Boolean.TRUE.equals(o.coverage().get(by));
  }

  /** Whether nothing was told without power, as has to be of what is the device's word. */
  boolean isItsWord() {
    return controlled(o, "readingEnds");
  }

  String before(String name) {
    return under(BEFORE, name);
  }

  /** Empty where nothing was told under that name. */
  String now(String name) {
    return under(phase, name);
  }

  private String under(String when, String name) {
    return o.value().get(when) instanceof Map<?, ?> m && m.get(name) instanceof String s ? s : "";
  }

  /**
   * Weighs what was told of one function. Only what was said to work before can be lost.
   *
   * @param what the function, in words
   * @return the clause that speaks against it, if one does
   */
  Optional<String> weigh(String name, String what, Questions questions) {
    String reading = now(name);
    if (reading.isEmpty()) {
      questions.gap("the driver's read-state gives no '" + name + "' to see " + what + " by");
    } else if (!before(name).equals(WORKS)) {
      questions.gap("that " + what + " works was not said before " + event + " either");
    } else if (!reading.equals(WORKS) && !reading.equals(FAILS)) {
      questions.gap(
          "'" + reading + "' is neither works nor fails, of " + what + " " + phase + " " + event);
    } else if (reading.equals(FAILS)) {
      String clause = phase + " " + event + " the device says '" + reading + "' of " + what;
      questions.against(clause, o);
      return Optional.of(clause);
    }
    return Optional.empty();
  }
}
