package dev.plumbline.exchange.layout;

import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Support;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
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
public final class Vocabulary {
  private static final BoundedPattern END =
      BoundedPattern.compile("\\s*(?:[(.:;,!\\n\u2013\u2014]|\\s-\\s|$)");
  private static final BoundedPattern LIMITED =
      BoundedPattern.compile("(?i)^(?:but|only|nur|aber|mais|seulement|pero|sólo|solo|ma|maar)\\b");
  private static final int LONGEST_OPENING = 40;
  private static final BoundedPattern PROVISION =
      BoundedPattern.compile(
          "(?<![\\d.])(\\d{1,2}(?:\\.\\d{1,2})?-\\d{1,2})\\s?([A-Za-z])?(?![\\w-])");

  private static final BoundedPattern DOTTED =
      BoundedPattern.compile("(?<![\\d.])(\\d)\\.(\\d{1,2})([A-Za-z])?(?![\\w.-])");

  private final Set<String> yes;
  private final Set<String> no;
  private final Set<String> notApplicable;
  private final Set<String> nothing;
  private final Set<String> hedges;
  private final Set<String> summaries;
  private final Set<String> suppliers;
  private final Set<String> names;
  private final Set<String> provisionWords;
  private final Map<String, Set<String>> headings;
  private final Map<String, Set<String>> tables;

  private Vocabulary(Fields file) {
    yes = words(file, "yes");
    no = words(file, "no");
    notApplicable = words(file, "notApplicable");
    nothing = words(file, "nothing");
    hedges = words(file, "hedges");
    summaries = words(file, "summaries");
    suppliers = words(file, "suppliers");
    names = words(file, "names");
    provisionWords = words(file, "provisionWords");
    headings = groups(file, "headings");
    tables = groups(file, "tables");
  }

  /** The words that Plumbline ships. */
  public static Vocabulary load() {
    return new Vocabulary(new Fields(new Resources().read("exchange/vocabulary.yaml")));
  }

  /** What the first words of a cell say. */
  public enum Word {
    YES,
    NO,
    NOT_APPLICABLE,
    NOTHING
  }

  /**
   * A word of answer with words behind it.
   *
   * @param rest those words; empty when there are none
   */
  public record Opening(Word word, String rest) {}

  /**
   * A provision that a cell names.
   *
   * @param rest what else stands there
   */
  public record Named(String provision, String rest) {}

  /** Yes or no; empty when it is neither. */
  Optional<Boolean> yesNo(String text) {
    String folded = fold(text);
    return yes.contains(folded)
        ? Optional.of(true)
        : no.contains(folded) ? Optional.of(false) : Optional.empty();
  }

  /** A cell whose first clause is a yes, a no, "not applicable" or "none". */
  public Optional<Opening> opening(String text) {
    String whole = text.strip();
    Optional<Opening> longest = Optional.empty();
    Matcher end = END.matcher(whole);
    while (end.find() && end.start() <= LONGEST_OPENING) {
      Optional<Word> word = word(fold(whole.substring(0, end.start())));
      if (word.isPresent()) {
        longest = Optional.of(new Opening(word.get(), rest(whole.substring(end.start()))));
      }
    }
    return longest;
  }

  private Optional<Word> word(String folded) {
    if (notApplicable.contains(folded)) {
      return Optional.of(Word.NOT_APPLICABLE);
    }
    if (nothing.contains(folded)) {
      return Optional.of(Word.NOTHING);
    }
    return yes.contains(folded)
        ? Optional.of(Word.YES)
        : no.contains(folded) ? Optional.of(Word.NO) : Optional.empty();
  }

  /** What stands behind an answer, without the mark between them. */
  private static String rest(String behind) {
    String text = behind.replaceFirst("^[\\s.:;,!\u2013\u2014-]+", "").strip();
    boolean framed = text.startsWith("(") && text.indexOf(')') >= text.length() - 2;
    return framed && text.length() > 2 ? text.substring(1, text.lastIndexOf(')')).strip() : text;
  }

  /** Whether words behind an answer take a part of it back. */
  public boolean isHedged(String rest) {
    String folded = " " + fold(rest.lines().findFirst().orElse("")).replaceAll("[,;]", " ") + " ";
    return hedges.stream().anyMatch(h -> folded.contains(" " + h + " "));
  }

  /** Whether words behind an answer of the ICS restrict it at once: {@code yes, but only …}. */
  public boolean isLimited(String rest) {
    return LIMITED.matcher(rest).find();
  }

  /** An answer of the ICS, where the word is one. */
  public static Optional<Support> support(Word word) {
    return switch (word) {
      case YES -> Optional.of(Support.YES);
      case NO -> Optional.of(Support.NO);
      case NOT_APPLICABLE -> Optional.of(Support.NOT_APPLICABLE);
      case NOTHING -> Optional.empty();
    };
  }

  /** Whether a heading has no word beside those of a name and usual ones such as "table C.1". */
  public static boolean addsNothing(String heading, String name) {
    Set<String> usual = new HashSet<>(Set.of("table", "ixit", "ics", "annex", "b", "c"));
    usual.addAll(List.of(fold(name).split("[^\\p{L}\\p{N}]+", -1)));
    return Arrays.stream(fold(heading).split("[^\\p{L}\\p{N}]+", -1))
        .allMatch(w -> w.isEmpty() || usual.contains(w) || w.matches("\\d{1,3}"));
  }

  /** Whether a heading announces a repetition of rows that stand elsewhere. */
  public boolean isSummary(String title) {
    String folded = " " + fold(title) + " ";
    return summaries.stream().anyMatch(w -> folded.contains(" " + w + " "));
  }

  /** Whether a sheet of this name is about the supplier of the product. */
  public boolean isSupplier(String title) {
    return suppliers.contains(fold(title));
  }

  /** Whether a label asks for a plain name. */
  public boolean isName(String label) {
    return names.contains(fold(label));
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
  public Optional<Named> provision(String text) {
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

  /**
   * A provision of a clause without sub-clauses, written with a full stop: {@code 6.1} for {@code
   * 6-1}.
   *
   * @param known the provisions of the edition
   */
  public Optional<Named> clauseSix(String text, Set<String> known) {
    Matcher found = DOTTED.matcher(text.strip());
    if (!found.find()) {
      return Optional.empty();
    }
    String before = fold(text.strip().substring(0, found.start()));
    String letter = Optional.ofNullable(found.group(3)).orElse("").toUpperCase(Locale.ROOT);
    String id = found.group(1) + "-" + found.group(2) + letter;
    boolean ours = (before.isEmpty() || provisionWords.contains(before)) && known.contains(id);
    return ours
        ? Optional.of(new Named(id, text.strip().substring(found.end()).strip()))
        : Optional.empty();
  }

  /** A text without what does not count: case, kinds of blanks, marks at its ends, hyphens. */
  public static String fold(String text) {
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
