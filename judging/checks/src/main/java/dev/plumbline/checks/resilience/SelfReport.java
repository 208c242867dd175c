package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the device told of itself before something was done to it, and in one phase of that.
 *
 * @param shows where it was recorded
 * @param before what it told before, by name
 * @param told what it told in the phase, by name
 * @param phase {@code during} or {@code after}
 * @param event what was done, in words
 */
record SelfReport(
    Observation shows,
    Map<String, String> before,
    Map<String, String> told,
    String phase,
    String event) {
  static final String FUNCTION = "function";
  static final String WORKS = "works";
  static final Remedy READ = new Remedy.GiveDriver(List.of("read-state"));

  private static final String FAILS = "fails";

  String before(String name) {
    return before.getOrDefault(name, "");
  }

  /** Empty where nothing was told under that name. */
  String now(String name) {
    return told.getOrDefault(name, "");
  }

  /**
   * Whether what can be read is the device's own word: nothing was told without power.
   *
   * @param readingEnds as it was recorded
   */
  static boolean isItsWord(Observation shows, boolean readingEnds, Questions questions) {
    Questions.Asked word =
        questions.ask("Are the readings the word of the device itself?", shows.subject());
    if (readingEnds) {
      word.answered(shows, "read-state tells nothing while the power is away");
    } else {
      word.left(
          "that read-state tells nothing while the power is away was not seen",
          new Remedy.GiveDriver(List.of("power-off", "power-on", "read-state")));
    }
    return readingEnds;
  }

  /** Whether all that had to be read was read. */
  static void whole(Observation shows, Optional<List<String>> gaps, Questions questions) {
    Questions.Asked read =
        questions.ask("Could everything be read that had to be?", shows.subject());
    if (gaps.isEmpty()) {
      read.left("what could not be read is not recorded");
    }
    gaps.stream().flatMap(List::stream).forEach(why -> read.left(why, READ));
    read.answered(shows, "nothing is recorded that could not be read");
  }

  /**
   * Weighs what was told of one function. Only what was said to work before can be lost.
   *
   * @param what the function, in words
   * @return the clause that speaks against it, if one does
   */
  Optional<String> weigh(String name, String what, Questions questions) {
    Questions.Asked works =
        questions.ask("Does " + what + " work " + phase + " " + event + "?", shows.subject());
    String reading = now(name);
    if (reading.isEmpty()) {
      works.left(
          "the driver's read-state gives no '" + name + "' to see " + what + " by " + phase, READ);
    } else if (!before(name).equals(WORKS)) {
      works.left("that " + what + " works was not said before " + event + " either");
    } else if (reading.equals(FAILS)) {
      String clause = phase + " " + event + " the device says '" + reading + "' of " + what;
      works.refuted(shows, clause);
      return Optional.of(clause);
    } else if (!reading.equals(WORKS)) {
      works.left(
          "'" + reading + "' is neither works nor fails, of " + what + " " + phase + " " + event);
    } else {
      works.answered(
          shows, "the device says '" + reading + "' of " + what + " " + phase + " " + event);
    }
    return Optional.empty();
  }
}
