package dev.plumbline.client.disclosure;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.disclosure.ReadableText.Form;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** What counts as given away; {@code disclosures.yaml}. */
record Patterns(
    List<Kind> kinds,
    BoundedPattern notSecrets,
    List<Library> libraries,
    Set<String> silentHeaders,
    BoundedPattern productHeaders) {

  static Patterns load() {
    Mapping file = DataFile.mapping(Patterns.class, "disclosures.yaml");
    return new Patterns(
        file.mappings("patterns").stream().map(Kind::of).toList(),
        BoundedPattern.compile(file.text("notSecrets").orElseThrow()),
        file.mappings("libraries").stream().map(Library::of).toList(),
        Set.copyOf(file.texts("silentHeaders")),
        BoundedPattern.compile(file.text("productHeaders").orElseThrow()));
  }

  /**
   * A pattern of a fact.
   *
   * @param what what a secret or personal datum is called
   * @param in forms of text in which it counts
   */
  record Kind(
      String kind,
      String what,
      boolean relevant,
      Set<String> in,
      BoundedPattern match,
      Optional<BoundedPattern> unless,
      Optional<BoundedPattern> needs) {
    Kind {
      in = Set.copyOf(in);
    }

    static Kind of(Mapping m) {
      return new Kind(
          m.text("kind").orElseThrow(),
          m.text("what").orElse(""),
          m.text("relevant").orElse("").equals("true"),
          Set.copyOf(m.texts("in")),
          BoundedPattern.compile(m.text("match").orElseThrow()),
          m.text("unless").map(BoundedPattern::compile),
          m.text("needs").map(BoundedPattern::compile));
    }

    boolean countsIn(Form form) {
      return in.isEmpty() || in.contains(form.word());
    }

    /** Whether a value is one that the pattern finds and does not mean. */
    boolean isNone(String value) {
      return unless.filter(u -> u.matcher(value).matches()).isPresent();
    }
  }

  /**
   * A library that names itself.
   *
   * @param sound of each line of versions the first without a known weakness
   */
  record Library(String name, BoundedPattern match, List<String> sound) {
    Library {
      sound = List.copyOf(sound);
    }

    static Library of(Mapping m) {
      return new Library(
          m.text("name").orElseThrow(),
          BoundedPattern.compile(m.text("match").orElseThrow()),
          m.texts("sound"));
    }

    boolean isWeak(String version) {
      List<Integer> found = numbers(version);
      return sound.stream()
          .map(Library::numbers)
          .filter(s -> s.getFirst() >= found.getFirst())
          .findFirst()
          .filter(s -> before(found, s))
          .isPresent();
    }

    private static boolean before(List<Integer> one, List<Integer> other) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        int a = i < one.size() ? one.get(i) : 0;
        int b = i < other.size() ? other.get(i) : 0;
        if (a != b) {
          return a < b;
        }
      }
      return false;
    }

    private static List<Integer> numbers(String version) {
      List<Integer> numbers = new ArrayList<>();
      for (String part : version.split("[.]")) {
        numbers.add(part.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(part));
      }
      return numbers;
    }
  }

  /** The first group of a match that took part. */
  static String group(Matcher m) {
    for (int i = 1; i <= m.groupCount(); i++) {
      if (m.group(i) != null) {
        return m.group(i);
      }
    }
    return m.group();
  }
}
