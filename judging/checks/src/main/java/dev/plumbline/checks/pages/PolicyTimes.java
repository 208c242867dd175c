package dev.plumbline.checks.pages;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Finds times in a sentence of a policy, such as "within two working days" or "weekly". */
final class PolicyTimes {
  private final Map<String, Double> numbers = new HashMap<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<Unit> regular = new ArrayList<>();
  private final BoundedPattern counted;

  /**
   * @param from first position in the sentence
   * @param to after the last
   * @param days how long it is
   * @param again whether it is told as the time between two of many
   */
  record Time(int from, int to, double days, boolean again) {}

  private record Unit(BoundedPattern word, double days) {}

  PolicyTimes(Mapping data) {
    Mapping words = data.mapping("numbers").orElseThrow();
    for (String word : words.fields().keySet()) {
      numbers.put(word, Double.parseDouble(words.text(word).orElseThrow()));
    }
    List<String> all = new ArrayList<>();
    for (Mapping m : data.mappings("units")) {
      String text = m.text("words").orElseThrow();
      all.add(text);
      units.add(unit(text, m));
    }
    for (Mapping m : data.mappings("regular")) {
      regular.add(
          new Unit(
              BoundedPattern.compile("(?iU)\\b(?:" + m.text("words").orElseThrow() + ")\\b"),
              days(m)));
    }
    String number =
        numbers.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.joining("|"));
    this.counted =
        BoundedPattern.compile(
            "(?iU)\\b(\\d{1,3}|"
                + number
                + ")[\\s\\u00a0-]*"
                + data.text("between").orElseThrow()
                + "("
                + String.join("|", all)
                + ")\\b");
  }

  private static Unit unit(String words, Mapping m) {
    return new Unit(BoundedPattern.compile("(?iU)" + words), days(m));
  }

  private static double days(Mapping m) {
    return Double.parseDouble(m.text("days").orElseThrow());
  }

  /** The times of a sentence, in its order. */
  List<Time> in(String sentence) {
    List<Time> found = new ArrayList<>();
    counted
        .matcher(sentence)
        .results()
        .map(m -> new Time(m.start(), m.end(), number(m) * unit(m.group(2)), false))
        .forEach(found::add);
    for (Unit u : regular) {
      u.word()
          .matcher(sentence)
          .results()
          .map(m -> new Time(m.start(), m.end(), u.days(), true))
          .filter(t -> found.stream().noneMatch(f -> f.from() < t.to() && t.from() < f.to()))
          .toList()
          .forEach(found::add);
    }
    found.sort(Comparator.comparingInt(Time::from));
    return List.copyOf(found);
  }

  private double number(MatchResult m) {
    String text = m.group(1).toLowerCase(Locale.ROOT);
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    return numbers.getOrDefault(text, 0.0);
  }

  private double unit(String word) {
    return units.stream()
        .filter(u -> u.word().matcher(word).matches())
        .findFirst()
        .map(Unit::days)
        .orElseThrow();
  }
}
