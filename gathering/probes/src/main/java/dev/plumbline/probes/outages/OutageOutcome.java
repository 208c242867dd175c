package dev.plumbline.probes.outages;

import dev.plumbline.observation.Fact;
import dev.plumbline.observation.trial.ChangedSetting;
import dev.plumbline.observation.trial.OutageIsolation;
import dev.plumbline.observation.trial.OutageNetwork;
import dev.plumbline.observation.trial.OutagePower;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen of one kind of outage, over all its cuts. */
final class OutageOutcome {
  /** From best to worst; any other word tells less than the last and more than the first. */
  private static final List<String> WORDS = List.of("works", "", "fails");

  private static final String BOTH = " and ";

  private Map<String, String> before = Map.of();
  private List<String> missing = List.of();

  private final Set<String> names = new TreeSet<>();
  private final Map<String, String> during = new TreeMap<>();
  private final Map<String, String> after = new TreeMap<>();
  private final List<ChangedSetting> changed = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();
  private boolean cameBack = true;

  void before(Map<String, String> readings) {
    names.addAll(readings.keySet());
    before = Map.copyOf(readings);
  }

  void during(Map<String, String> readings) {
    keep(during, readings);
  }

  void after(Map<String, String> readings) {
    keep(after, readings);
  }

  /** The worst reading stays: once is enough to differ. */
  private void keep(Map<String, String> kept, Map<String, String> readings) {
    readings.forEach((name, reading) -> kept.merge(name, reading, OutageOutcome::worse));
    if (!readings.isEmpty() && !readings.keySet().containsAll(names)) {
      gap("not every reading tells all that was told before the outage: " + names);
    }
  }

  /** Of two words that are neither good nor bad, both. */
  private static String worse(String old, String now) {
    if (rank(now) != rank(old)) {
      return rank(now) > rank(old) ? now : old;
    }
    return rank(now) != 1 || List.of(old.split(BOTH)).contains(now) ? old : old + BOTH + now;
  }

  private static int rank(String reading) {
    return WORDS.contains(reading) ? WORDS.indexOf(reading) : 1;
  }

  /**
   * After one cut; what was missing once stays missing.
   *
   * @param gone endpoints that did not answer again
   */
  void back(List<String> gone) {
    cameBack &= gone.isEmpty();
    missing = List.copyOf(gone);
  }

  boolean cameBack() {
    return cameBack;
  }

  void changed(String setting, String was, String now) {
    changed.add(new ChangedSetting(setting, was, now));
  }

  void gap(String what) {
    if (!gaps.contains(what)) {
      gaps.add(what);
    }
  }

  /**
   * How it was done.
   *
   * @param cuts times
   * @param seconds that each lasted
   * @param endpoints that answered before
   * @param settings that were read before
   * @param changedFirst the setting that was made to differ from the factory default; may be empty
   * @param readingEnds whether the readings end without power
   */
  record Course(
      long cuts,
      long seconds,
      List<String> endpoints,
      List<String> settings,
      String changedFirst,
      boolean readingEnds) {
    Course {
      endpoints = List.copyOf(endpoints);
      settings = List.copyOf(settings);
    }
  }

  /** The fact; the device was away as long as it had to be. */
  Fact fact(OutageKind outage, Course course) {
    return switch (outage) {
      case NETWORK -> network(course);
      case POWER -> power(course);
      case ISOLATION -> isolation(course);
    };
  }

  private OutageNetwork network(Course course) {
    return new OutageNetwork(
        Optional.of(before),
        Optional.of(during),
        Optional.of(after),
        Optional.of(cameBack),
        Optional.of(missing),
        Optional.of(List.copyOf(changed)),
        Optional.of(course.cuts()),
        Optional.of(course.seconds()),
        Optional.of(course.endpoints()),
        Optional.of(course.settings()),
        Optional.of(course.changedFirst()),
        true,
        Optional.of(course.readingEnds()),
        Optional.of(gaps));
  }

  private OutagePower power(Course course) {
    return new OutagePower(
        Optional.of(before),
        Optional.of(during),
        Optional.of(after),
        Optional.of(cameBack),
        Optional.of(missing),
        Optional.of(List.copyOf(changed)),
        Optional.of(course.cuts()),
        Optional.of(course.seconds()),
        Optional.of(course.endpoints()),
        Optional.of(course.settings()),
        Optional.of(course.changedFirst()),
        true,
        Optional.of(course.readingEnds()),
        Optional.of(gaps));
  }

  private OutageIsolation isolation(Course course) {
    return new OutageIsolation(
        Optional.of(before),
        Optional.of(during),
        Optional.of(after),
        Optional.of(cameBack),
        Optional.of(missing),
        Optional.of(List.copyOf(changed)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(course.cuts()),
        Optional.of(course.seconds()),
        Optional.of(course.endpoints()),
        Optional.of(course.settings()),
        Optional.of(course.changedFirst()),
        true,
        Optional.of(course.readingEnds()),
        Optional.of(gaps));
  }
}
