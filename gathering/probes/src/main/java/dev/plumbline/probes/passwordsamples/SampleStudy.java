package dev.plumbline.probes.passwordsamples;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.observation.login.PasswordSamples;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the samples of one mechanism show. Gives numbers alone, never a password. */
final class SampleStudy {
  private static final int MOST_WAYS = 3;

  private final List<String> salts;
  private final Set<String> common;
  private final Sequences sequences = new Sequences();

  /**
   * @param salts values that all units share, such as the model
   */
  SampleStudy(List<String> salts) {
    this.salts = List.copyOf(salts);
    this.common = new HashSet<>(DataFile.lines(SampleStudy.class, "common.txt"));
  }

  /**
   * What they have in common.
   *
   * @param samples at least one
   * @param pattern declared for the mechanism, if it can be used
   * @param units from which they are
   */
  PasswordSamples of(List<PasswordSample> samples, Optional<BoundedMatch> pattern, long units) {
    List<String> passwords = samples.stream().map(PasswordSample::password).toList();
    Derived mac = derived(samples, PasswordSample::mac);
    Derived serial = derived(samples, PasswordSample::unit);
    boolean countsOn = Sequences.countsOn(passwords);
    return new PasswordSamples(
        samples.size(),
        duplicates(samples),
        pattern.map(p -> misses(passwords, p)),
        count(passwords, this::isCommon),
        mac.count(),
        serial.count(),
        mac.ways(),
        serial.ways(),
        samples.stream().filter(s -> isUser(s)).count(),
        count(passwords, sequences::hasRow),
        countsOn || passwords.stream().anyMatch(sequences::hasRow),
        countsOn,
        passwords.stream().mapToInt(String::length).min().orElse(0),
        Entropy.bits(passwords),
        units);
  }

  /**
   * @param ways in which they follow from the public value; empty where none does
   */
  private record Derived(long count, Optional<List<String>> ways) {}

  /** How many samples follow from a public value, and in which ways. */
  private Derived derived(List<PasswordSample> samples, Function<PasswordSample, String> source) {
    int fixed = Relations.fixed(samples.stream().map(PasswordSample::password).toList());
    List<Derivations.Pair> pairs =
        samples.stream()
            .map(
                s ->
                    new Derivations.Pair(
                        s.password(), new PublicValue(source.apply(s), salts), fixed))
            .toList();
    Derivations.Found found = Derivations.in(pairs);
    Optional<String> relation =
        Relations.between(
            pairs.stream().map(Derivations.Pair::password).toList(),
            pairs.stream().map(Derivations.Pair::value).toList());
    Set<String> ways = new TreeSet<>(found.ways());
    relation.ifPresent(ways::add);
    return new Derived(
        relation.isPresent() ? samples.size() : found.samples().size(),
        ways.isEmpty() ? Optional.empty() : Optional.of(ways.stream().limit(MOST_WAYS).toList()));
  }

  /** Samples whose password another unit has too. */
  private static long duplicates(List<PasswordSample> samples) {
    Map<String, Set<String>> unitsByPassword = new HashMap<>();
    samples.forEach(
        s -> unitsByPassword.computeIfAbsent(s.password(), p -> new HashSet<>()).add(s.unit()));
    return samples.stream()
        .filter(s -> unitsByPassword.getOrDefault(s.password(), Set.of()).size() > 1)
        .count();
  }

  /** Undecidable counts as a miss: what cannot be matched was not shown to follow the pattern. */
  private static long misses(List<String> passwords, BoundedMatch pattern) {
    return count(passwords, p -> !pattern.matches(p).orElse(false));
  }

  private boolean isCommon(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    String bare = lower.replaceAll("[^a-z]{1,4}$", "");
    return common.contains(lower) || (bare.length() >= 4 && common.contains(bare));
  }

  private static boolean isUser(PasswordSample sample) {
    return !sample.user().isBlank() && sample.password().equalsIgnoreCase(sample.user());
  }

  private static long count(List<String> passwords, Predicate<String> what) {
    return passwords.stream().filter(what).count();
  }
}
