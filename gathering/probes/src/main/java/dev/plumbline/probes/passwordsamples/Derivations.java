package dev.plumbline.probes.passwordsamples;

import dev.plumbline.probes.passwordsamples.Encodings.Derived;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which samples are made from a value that others can read: hold a good part of it, or a part of
 * what a hash and an encoding make of it, after a fixed part or not.
 *
 * <p>What counts is chance: a part that one sample shares has to be longer than thousands of ways
 * to derive it can hit, while a part of three characters does where several units share theirs in
 * the same way and at the same place.
 */
final class Derivations {
  private static final int LONG_PART = 6;
  private static final int SHORT_PART = 4;
  private static final double BITS_ALONE = 44;
  private static final double BITS_OF_A_WHOLE = 30;
  private static final double BITS_TOGETHER = 40;
  private static final int FEWEST_CHARACTERS = 3;
  private static final int MOST_SAMPLES = 40;

  /**
   * A sample and the value that it may be made from.
   *
   * @param fixed characters at the beginning that all units share
   */
  record Pair(String password, PublicValue value, int fixed) {}

  /** Samples by their number in the list, and how they are made. */
  record Found(Set<Integer> samples, Set<String> ways) {
    Found {
      samples = Set.copyOf(samples);
      ways = Set.copyOf(ways);
    }
  }

  /**
   * A part that both have.
   *
   * @param at where the derived text would begin in the password
   * @param end whether it is the beginning or the end of the derived text
   */
  private record Part(int length, int at, boolean end) {}

  private Derivations() {}

  static Found in(List<Pair> pairs) {
    Set<Integer> samples = new LinkedHashSet<>();
    Set<String> ways = new TreeSet<>();
    Map<String, Map<Integer, Double>> together = new HashMap<>();
    for (int i = 0; i < Math.min(MOST_SAMPLES, pairs.size()); i++) {
      Pair pair = pairs.get(i);
      if (!pair.value().usable() || pair.password().isEmpty()) {
        continue;
      }
      if (holdsPart(pair.password(), pair.value().bare())) {
        samples.add(i);
        ways.add("holds a part of it");
      }
      List<Derived> derived = new ArrayList<>();
      pair.value().inputs().forEach((name, input) -> Encodings.of(name, input, derived));
      for (Derived d : derived) {
        Optional<Part> part = common(pair.password(), d);
        if (part.isPresent()) {
          double bits = part.get().length() * Math.log(d.alphabet()) / Math.log(2);
          boolean whole = part.get().end() && isWhole(pair, part.get());
          if (bits >= BITS_ALONE || (whole && bits >= BITS_OF_A_WHOLE)) {
            samples.add(i);
            ways.add(d.how());
          } else if (2 * part.get().length() >= pair.password().length() - pair.fixed()) {
            together
                .computeIfAbsent(d.how() + " at " + part.get().at(), k -> new HashMap<>())
                .put(i, bits);
          }
        }
      }
    }
    together.forEach(
        (way, bits) -> {
          if (distinct(pairs, bits.keySet()) > 1
              && bits.values().stream().mapToDouble(b -> b).sum() >= BITS_TOGETHER) {
            samples.addAll(bits.keySet());
            ways.add(way.replaceAll(" at -?\\d+$", ""));
          }
        });
    return new Found(samples, ways);
  }

  private static boolean isWhole(Pair pair, Part part) {
    return part.length() >= bare(pair.password()).length() - pair.fixed();
  }

  private static long distinct(List<Pair> pairs, Set<Integer> chosen) {
    return chosen.stream().map(i -> pairs.get(i).value().bare()).distinct().count();
  }

  /**
   * Six characters in common with the value itself are not chance; four are not when they are half
   * of the password or more, and the end of an address is what makers use.
   */
  private static boolean holdsPart(String password, String source) {
    String lower = PublicValue.bare(password);
    int needed = lower.length() <= 2 * SHORT_PART ? SHORT_PART : LONG_PART;
    String reversed = new StringBuilder(source).reverse().toString();
    for (String text : List.of(source, reversed)) {
      for (int i = 0; i + needed <= text.length(); i++) {
        String part = text.substring(i, i + needed);
        // Four digits are met by chance in a number of eight.
        boolean telling = needed > SHORT_PART || !part.matches("[0-9]+");
        if (telling && lower.contains(part)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The longest part that both have, three characters or more. */
  private static Optional<Part> common(String password, Derived derived) {
    boolean anyCase = derived.alphabet() <= 36;
    String mine = bare(password);
    String theirs = derived.text();
    if (anyCase) {
      mine = mine.toLowerCase(Locale.ROOT);
      theirs = theirs.toLowerCase(Locale.ROOT);
    }
    int longest = 0;
    int at = 0;
    int last = 0;
    for (int shift = -theirs.length() + 1; shift < mine.length(); shift++) {
      int run = 0;
      for (int i = Math.max(0, shift); i < mine.length() && i - shift < theirs.length(); i++) {
        run = mine.charAt(i) == theirs.charAt(i - shift) ? run + 1 : 0;
        if (run > longest) {
          longest = run;
          at = shift;
          last = i - shift;
        }
      }
    }
    boolean end = last == theirs.length() - 1 || last - longest + 1 == 0;
    return longest >= FEWEST_CHARACTERS
        ? Optional.of(new Part(longest, at, end))
        : Optional.empty();
  }

  /** Without what groups a password for the eye; plus and slash are characters of Base64. */
  private static String bare(String password) {
    return password.replaceAll("[^A-Za-z0-9+/]", "");
  }
}
