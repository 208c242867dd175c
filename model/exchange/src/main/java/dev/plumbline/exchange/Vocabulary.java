package dev.plumbline.exchange;

import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Support;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * The words that people write for yes, no and headings, in several languages; from {@code
 * exchange/vocabulary.yaml}. Compared as whole cells, never by likeness.
 */
final class Vocabulary {
  private static final BoundedPattern OPENING =
      BoundedPattern.compile("^([\\p{L}/]{1,12})\\s*(?=[(.:;\\n–—]|-\\s)");
  private static final BoundedPattern PROVISION =
      BoundedPattern.compile(
          "(?<![\\d.])(\\d{1,2}(?:\\.\\d{1,2})?-\\d{1,2})\\s?([A-Za-z])?(?![\\w-])");

  private final Set<String> yes;
  private final Set<String> no;
  private final Set<String> notApplicable;
  private final Set<String> provisionWords;
  private final Map<String, Set<String>> headings;
  private final Map<String, Set<String>> tables;

  private Vocabulary(Fields file) {
    yes = words(file, "yes");
    no = words(file, "no");
    notApplicable = words(file, "notApplicable");
    provisionWords = words(file, "provisionWords");
    headings = groups(file, "headings");
    tables = groups(file, "tables");
  }

  static Vocabulary load() {
    return new Vocabulary(new Fields(new Resources().read("exchange/vocabulary.yaml")));
  }

  /**
   * A yes or no with words behind it.
   *
   * @param rest those words
   */
  record Opening(boolean yes, String rest) {}

  /**
   * A provision that a cell names.
   *
   * @param rest what else stands there
   */
  record Named(String provision, String rest) {}

  /** Yes or no; empty when it is neither. */
  Optional<Boolean> yesNo(String text) {
    String folded = fold(text);
    return yes.contains(folded)
        ? Optional.of(true)
        : no.contains(folded) ? Optional.of(false) : Optional.empty();
  }

  /** A cell that begins with yes or no and a mark of punctuation, and goes on. */
  Optional<Opening> opening(String text) {
    Matcher first = OPENING.matcher(text.strip());
    return first.find()
        ? yesNo(first.group(1)).map(y -> new Opening(y, text.strip().substring(first.end())))
        : Optional.empty();
  }

  /** An answer of the ICS. */
  Optional<Support> support(String text) {
    return notApplicable.contains(fold(text))
        ? Optional.of(Support.NOT_APPLICABLE)
        : yesNo(text).map(y -> y ? Support.YES : Support.NO);
  }

  /** Other words for a column. */
  Set<String> headings(String key) {
    return headings.getOrDefault(key, Set.of());
  }

  /** Other words for a table. */
  Set<String> tables(String id) {
    return tables.getOrDefault(id, Set.of());
  }

  /** The provision at the beginning of a cell; empty when none or other words stand before it. */
  Optional<Named> provision(String text) {
    String hyphens = text.replaceAll("[\u2010-\u2015\u2212]", "-");
    Matcher found = PROVISION.matcher(hyphens);
    if (!found.find()) {
      return Optional.empty();
    }
    String before = fold(hyphens.substring(0, found.start()));
    if (!before.isEmpty() && !provisionWords.contains(before)) {
      return Optional.empty();
    }
    String letter = Optional.ofNullable(found.group(2)).orElse("").toUpperCase(Locale.ROOT);
    return Optional.of(
        new Named(
            found.group(1) + letter,
            hyphens.substring(found.end()).replaceFirst("^[\\s:.)\\]-]+", "").strip()));
  }

  /** A text without what does not count: case, kinds of blanks, marks at its ends, hyphens. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}\u200b\u2010-\u2015_-]+", " ")
        .replaceAll("^[ *`'\"(\\[]+|[ *`'\":.;,)\\]]+$", "")
        .strip();
  }

  private static Map<String, Set<String>> groups(Fields file, String key) {
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    file.child(key)
        .ifPresent(c -> c.node().fields().keySet().forEach(k -> groups.put(k, words(c, k))));
    return groups;
  }

  private static Set<String> words(Fields file, String key) {
    List<String> texts = file.texts(key);
    return texts.stream().map(Vocabulary::fold).collect(Collectors.toUnmodifiableSet());
  }
}
