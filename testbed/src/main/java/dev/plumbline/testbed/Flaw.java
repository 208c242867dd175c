package dev.plumbline.testbed;

import dev.plumbline.testbed.settings.Settings;
import java.util.List;
import java.util.Map;

/**
 * A known flaw, and what has to come out when it is on.
 *
 * @param id permanent id
 * @param does what the device does then
 * @param section section of EN 303 645 that it offends
 * @param provisions provisions that it offends, numbered as in edition 3.1.3
 * @param device the sound device that it is a flaw of
 * @param part the part of the device that acts it out
 * @param with flaws that have to be on too
 * @param shows facets of the device's outward behaviour that change
 * @param fails units of TS 103 701 that have to fail, by edition of EN 303 645; units that reapply
 *     these inherit the failure
 * @param items items, as UNIT@SUBJECT, that fail where the other items of their units stand as they
 *     do without the flaw; a unit that passes with one good row of several is not failed by them
 * @param leavesOpen units that must not pass, but that a person has to decide
 * @param patch change of the device's specification
 */
public record Flaw(
    String id,
    String does,
    String section,
    List<String> provisions,
    String device,
    String part,
    List<String> with,
    List<String> shows,
    Map<String, List<String>> fails,
    List<String> items,
    Map<String, List<String>> leavesOpen,
    Settings patch) {
  public Flaw {
    provisions = List.copyOf(provisions);
    with = List.copyOf(with);
    shows = List.copyOf(shows);
    fails = Map.copyOf(fails);
    items = List.copyOf(items);
    leavesOpen = Map.copyOf(leavesOpen);
  }

  static Flaw of(Settings s) {
    return new Flaw(
        s.required("id"),
        s.required("does"),
        s.required("section"),
        s.texts("provisions"),
        s.text("device", "sound-camera"),
        s.required("part"),
        s.texts("with"),
        s.texts("shows"),
        byEdition(s.child("fails")),
        s.texts("items"),
        byEdition(s.child("leavesOpen")),
        s.child("set"));
  }

  private static Map<String, List<String>> byEdition(Settings units) {
    return Map.of("3.1.3", units.texts("3.1.3"), "2.1.1", units.texts("2.1.1"));
  }
}
