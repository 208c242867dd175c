package dev.plumbline.checks.data;

import dev.plumbline.checks.CheckData;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words in which a row lists what an interface discloses; {@code disclosures.yaml}. */
final class DisclosureWords {
  private static final Mapping DATA = CheckData.read("disclosures.yaml");
  private static final BoundedPattern DENIES =
      BoundedPattern.compile(DATA.text("denies").orElseThrow());
  private static final Map<String, BoundedPattern> KINDS =
      DATA.mappings("kinds").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  m -> m.text("kind").orElseThrow(),
                  m -> BoundedPattern.compile(m.text("words").orElseThrow())));
  private static final BoundedPattern VERSION =
      BoundedPattern.compile(DATA.text("version").orElseThrow());

  private DisclosureWords() {}

  /** The parts of a statement that do not deny. */
  static Stream<String> clauses(String declared) {
    return Stream.of(declared.split("[,;()]|[.](?:\\s|$)")).filter(c -> !DENIES.matcher(c).find());
  }

  /** Whether a clause names such a fact. A version is named with what it is the version of. */
  static boolean name(String clause, String kind, String text) {
    if (kind.equals("version")) {
      String product = text.split("[ /]", 2)[0].toLowerCase(Locale.ROOT);
      return product.length() > 2
          && VERSION.matcher(clause).find()
          && clause.toLowerCase(Locale.ROOT).contains(product);
    }
    BoundedPattern words = KINDS.get(kind);
    return words != null && words.matcher(clause).find();
  }
}
