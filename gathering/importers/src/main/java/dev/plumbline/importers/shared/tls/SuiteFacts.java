package dev.plumbline.importers.shared.tls;

import dev.plumbline.core.tls.TlsSuite;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.observation.tls.TlsGroups;
import dev.plumbline.observation.tls.TlsSuites;
import dev.plumbline.observation.tls.TlsVersions;
import dev.plumbline.observation.tls.TlsWeaknesses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Versions and suites that a tool saw accepted at one endpoint, and what follows from them; grows
 * while the file is read.
 */
public final class SuiteFacts {
  private static final int MIN_FIELD = 2048;

  private final Map<String, Set<String>> byVersion = new TreeMap<>();
  private final Set<String> accepted = new LinkedHashSet<>();
  private final Set<String> refused = new LinkedHashSet<>();
  private final Map<String, String> undecided = new LinkedHashMap<>();
  private final List<String> gaps = new ArrayList<>();
  private final Set<String> weak = new TreeSet<>();
  private final Set<String> strong = new TreeSet<>();
  private final Set<String> groups = new LinkedHashSet<>();
  private OptionalInt dhBits = OptionalInt.empty();
  private boolean suitesSeen;

  /** A version that the endpoint speaks. */
  public void accepts(String version) {
    accepted.add(version);
  }

  /** A version that the endpoint answered with a refusal, as far as the tool tells. */
  public void refuses(String version) {
    refused.add(version);
  }

  /** A version without an answer, and why. */
  public void undecided(String version, String why) {
    undecided.put(version, why);
  }

  /** A suite by its IANA name that was agreed on. */
  public void suite(String version, String name) {
    suitesSeen = true;
    accepts(version);
    byVersion.computeIfAbsent(version, v -> new LinkedHashSet<>()).add(name);
    TlsSuite.parse(name).ifPresent(s -> weak.addAll(s.weaknesses(version)));
  }

  /** Suites of this version were asked for without an end, or not at all. */
  public void gap(String why) {
    gaps.add(why);
  }

  public void group(String name) {
    groups.add(name);
  }

  /** Size of a finite field that was used. */
  public void field(int bits) {
    dhBits = OptionalInt.of(Math.min(bits, dhBits.orElse(Integer.MAX_VALUE)));
    if (bits < MIN_FIELD) {
      weak.add("weak-dh");
    }
  }

  /** A weakness by its name in {@link TlsWeaknesses}, that the tool looked for. */
  public void weakness(String name, boolean found) {
    (found ? weak : strong).add(name);
  }

  /** Takes back what rests on a missing answer, as the tool did not come to its end. */
  public void distrust(String why) {
    refused.forEach(v -> undecided.put(v, why));
    refused.clear();
    strong.clear();
    gaps.add(why);
  }

  /** Whether every version has an answer, and each accepted one its suites. */
  public boolean isWhole() {
    return VersionLabels.ALL.stream()
        .allMatch(v -> refused.contains(v) || (accepted.contains(v) && byVersion.containsKey(v)));
  }

  public boolean isEmpty() {
    return accepted.isEmpty() && refused.isEmpty() && undecided.isEmpty();
  }

  /**
   * Holds versions, suites, groups and weaknesses, as far as there is something to tell.
   *
   * @param endpoint the subject
   * @param complete whether every suite of every version was asked for and answered
   */
  public void tell(HeldFacts facts, String endpoint, boolean complete) {
    if (!isEmpty()) {
      versions(facts, endpoint);
    }
    if (suitesSeen) {
      suites(facts, endpoint, complete && gaps.isEmpty());
    }
    if (!groups.isEmpty() || dhBits.isPresent()) {
      groups(facts, endpoint);
    }
    if (!weak.isEmpty() || !strong.isEmpty()) {
      weaknesses(facts, endpoint);
    }
  }

  private void versions(HeldFacts facts, String endpoint) {
    refused.removeAll(accepted);
    undecided.keySet().removeAll(accepted);
    undecided.keySet().removeAll(refused);
    boolean decided = undecided.isEmpty();
    Set<String> tried = new LinkedHashSet<>(accepted);
    tried.addAll(refused);
    if (tried.isEmpty()) {
      facts.undetermined(TlsVersions.class, endpoint, "no version was answered");
    } else {
      facts.seen(
          endpoint,
          new TlsVersions(
              inOrder(accepted),
              inOrder(refused),
              decided ? Optional.empty() : Optional.of(inOrder(undecided.keySet())),
              decided ? Optional.empty() : Optional.of(Map.copyOf(undecided)),
              Optional.empty(),
              inOrder(tried),
              Optional.empty()));
    }
  }

  private static List<String> inOrder(Set<String> versions) {
    return VersionLabels.ALL.stream().filter(versions::contains).toList();
  }

  private void suites(HeldFacts facts, String endpoint, boolean complete) {
    Set<String> names = new LinkedHashSet<>();
    byVersion.values().forEach(names::addAll);
    Map<String, List<String>> lists = new LinkedHashMap<>();
    byVersion.forEach((version, suites) -> lists.put(version, List.copyOf(suites)));
    facts.seen(
        endpoint,
        new TlsSuites(
            List.copyOf(names),
            lists,
            Optional.empty(),
            gaps.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(gaps)),
            names.size(),
            complete));
  }

  private void groups(HeldFacts facts, String endpoint) {
    facts.seen(
        endpoint,
        new TlsGroups(
            List.copyOf(groups),
            dhBits.isPresent() ? Optional.of(dhBits.getAsInt()) : Optional.empty(),
            Optional.empty(),
            groups.size(),
            Optional.empty(),
            false));
  }

  private void weaknesses(HeldFacts facts, String endpoint) {
    List<String> absent = strong.stream().filter(w -> !weak.contains(w)).toList();
    List<String> tried = new ArrayList<>(weak);
    tried.addAll(absent);
    facts.seen(
        endpoint,
        new TlsWeaknesses(
            List.copyOf(weak),
            absent,
            List.of(),
            tried.stream().sorted().toList(),
            Optional.empty()));
  }
}
