package dev.plumbline.acceptance;

import dev.plumbline.judging.UnitResult;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit of an edition that a machine decides, with its verdicts in the states of a device.
 *
 * @param by the check or rule that decides it
 * @param flaw a flaw that is to make it fail, or the files of tools that differ; empty when none is
 * @param without verdict of the sound device
 * @param with verdict with that flaw
 * @param mute verdict when the device is mute
 */
record UnitProof(
    String edition, String unit, String by, String flaw, String without, String with, String mute) {
  /** The verdict word of a unit that was searched without a finding and waits for a person. */
  static final String SEARCHED = "SEARCHED";

  /** The verdict of a unit, or {@link #SEARCHED}. */
  static String word(UnitResult unit) {
    return unit.searched() ? SEARCHED : unit.verdict().toString();
  }

  /** Whether a machine found nothing against the unit. */
  static boolean isSound(String verdict) {
    return verdict.equals("PASS") || verdict.equals(SEARCHED);
  }

  boolean shown() {
    return isSound(without) && with.equals("FAIL") && mute.equals("INCONCLUSIVE");
  }

  private String missing() {
    List<String> missing = new ArrayList<>();
    if (!isSound(without)) {
      missing.add("without a flaw it is " + without);
    }
    if (flaw.isEmpty()) {
      missing.add("no flaw of the testbed makes it fail");
    } else if (!with.equals("FAIL")) {
      missing.add("with " + flaw + " it is " + with);
    }
    if (!mute.equals("INCONCLUSIVE")) {
      missing.add("on a mute device it is " + mute);
    }
    return String.join("; ", missing);
  }

  /** The line of the list of those that are not shown. */
  String line() {
    return "  - {edition: \""
        + edition
        + "\", unit: \""
        + unit
        + "\", reason: \""
        + missing()
        + "\"}";
  }

  /** The entry of the file that the program ships. */
  String entry() {
    return String.format(
        "  - {edition: \"%s\", unit: \"%s\", flaw: \"%s\", without: \"%s\", with: \"%s\", mute:"
            + " \"%s\"}",
        edition, unit, flaw, without, with, mute);
  }

  /** The row of the table. */
  String row() {
    return "| "
        + String.join(" | ", unit, edition, "`" + by + "`", flaw, without, with, mute)
        + " |";
  }
}
