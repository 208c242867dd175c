package dev.plumbline.catalogue;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words that people write into a cell when they have nothing to say there, in eight languages;
 * one list for the check of the declaration, for rules and for checks.
 *
 * @param nothing the author says that there is nothing, such as {@code none}
 * @param notApplicable the author says that the question is not for the entry, such as {@code n/a}
 * @param open the author has not answered yet, such as {@code tbd}; no answer at all
 * @param bare repeats the question or points away, such as {@code yes}; states nothing
 */
public record Words(
    Set<String> nothing,
    Set<String> notApplicable,
    Set<String> open,
    Set<String> bare,
    Map<Topic, Phrases> topics) {
  /** What a text can speak of. */
  public enum Topic {
    /** It denies something. */
    NEGATIONS("negations"),
    /** It speaks of what is not there yet. */
    PLANS("plans"),
    /** It sends its reader elsewhere. */
    AWAY("away"),
    /** Cryptography that nobody outside has examined, or none at all. */
    OWN_CRYPTOGRAPHY("ownCryptography"),
    /** A password, by whatever name. */
    PASSWORDS("passwordWords"),
    /** Something is turned away or off. */
    REFUSALS("refusals"),
    /** A secret that goes into a derivation. */
    KEYS("keys"),
    /** Symmetric cryptography. */
    SYMMETRIC("symmetric"),
    /** A value in the source code. */
    SOURCE_CODE("sourceCode"),
    /** What holds guessing back. */
    LIMITS("limits"),
    /** A reason begins. */
    REASONS("reasons"),
    /** Something can be read on its way or where it lies. */
    CLEAR_TEXT("clearText"),
    /** A value is shown or written somewhere. */
    SHOWN("shown"),
    /** A login that asks for nothing. */
    OPEN_TO_ALL("openToAll"),
    MAIL_ADDRESSES("mailAddresses"),
    PHONE_NUMBERS("phoneNumbers"),
    /** Where somebody is. */
    POSITIONS("positions"),
    /** The first answer to a report. */
    ACKNOWLEDGEMENTS("acknowledgements"),
    HOURS("hours"),
    DAYS("days"),
    WEEKS("weeks"),
    MONTHS("months"),
    YEARS("years"),
    /** Days on which people work. */
    WORKING("working");

    private final String list;

    Topic(String list) {
      this.list = list;
    }
  }

  /** What ends a clause: what is denied in one is not denied in the next. */
  private static final BoundedPattern CLAUSES =
      BoundedPattern.compile("[,;:()\n。、，；：（）]+|\\.(?=\\s|$)");

  /** What ends the opening words of a text: the end of a clause, or a dash. */
  private static final BoundedPattern OPENING =
      BoundedPattern.compile("[,;:()\n。、，；：（）]+|\\.(?=\\s|$)|\\s-+\\s|[–—]");

  /** An opening of more words says more than that there is nothing. */
  private static final int LONGEST_OPENING = 4;

  /** A text of fewer words that denies something is taken for a denial as a whole. */
  private static final int SHORT = 12;

  /** A denial stands among the first words of a text. */
  private static final int START = 4;

  private static final BoundedPattern UNDECIDED = BoundedPattern.compile("[?？…]|\\.\\.\\.");
  private static final Set<UnicodeScript> IDEOGRAPHS =
      Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  /** None of those scripts begins before it; the look-up of a script is slow. */
  private static final int FIRST_IDEOGRAPH = 0x2E80;

  public Words {
    nothing = Set.copyOf(nothing);
    notApplicable = Set.copyOf(notApplicable);
    open = Set.copyOf(open);
    bare = Set.copyOf(bare);
    topics = Map.copyOf(topics);
  }

  private static final class Shipped {
    private static final Words WORDS = read();
  }

  /** The shipped words. */
  public static Words load() {
    return Shipped.WORDS;
  }

  private static Words read() {
    Mapping file = new Resources().read("standards/ts103701/words.yaml");
    Map<Topic, Phrases> topics = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      topics.put(topic, new Phrases(phrases(file, topic).toList()));
    }
    return new Words(
        cells(file, "nothing"),
        cells(file, "notApplicable"),
        cells(file, "open"),
        cells(file, "bare"),
        topics);
  }

  /** Whether the text says that there is nothing, or is blank. */
  public boolean isNothing(String text) {
    String folded = fold(text);
    return folded.isEmpty()
        ? !UNDECIDED.matcher(text).find()
        : nothing.contains(folded) || notApplicable.contains(folded);
  }

  /** Whether the opening words say that there is nothing: {@code None, because …}. */
  public boolean saysNone(String text) {
    return opens(text, nothing);
  }

  /** Whether the opening words say that the question is not for the entry: {@code N/A (…)}. */
  public boolean saysNotApplicable(String text) {
    return opens(text, notApplicable);
  }

  private boolean opens(String text, Set<String> cells) {
    String opening =
        OPENING
            .splitAsStream(text)
            .map(Words::fold)
            .filter(c -> !c.isEmpty())
            .findFirst()
            .orElse("");
    if (cells.contains(opening)) {
      return true;
    }
    List<String> words = List.of(opening.split(" "));
    Phrases reasons = Objects.requireNonNull(topics.get(Topic.REASONS));
    return IntStream.range(1, Math.min(words.size(), LONGEST_OPENING + 1))
        .filter(i -> reasons.startAt(words, i))
        .anyMatch(i -> cells.contains(String.join(" ", words.subList(0, i))));
  }

  /** Whether the text only holds the place of an answer. */
  public boolean isOpen(String text) {
    String folded = fold(text);
    return folded.isEmpty() ? UNDECIDED.matcher(text).find() : open.contains(folded);
  }

  /** Whether the text repeats the question or points away, and so states nothing. */
  public boolean isBare(String text) {
    return bare.contains(fold(text));
  }

  /** Whether the text speaks of it, in whole words. */
  public boolean speaksOf(Topic topic, String text) {
    return Objects.requireNonNull(topics.get(topic)).standIn(fold(text));
  }

  /** Whether a clause of the text speaks of it and does not deny it: {@code no password} does. */
  public boolean affirms(Topic topic, String text) {
    return clauses(text).anyMatch(c -> speaksOf(topic, c));
  }

  /** The clauses of a text that neither deny something nor say that it is turned away. */
  public Stream<String> clauses(String text) {
    return CLAUSES
        .splitAsStream(text)
        .filter(c -> !c.isBlank())
        .filter(c -> !speaksOf(Topic.NEGATIONS, c) && !speaksOf(Topic.REFUSALS, c));
  }

  /** Whether the text as a whole denies something: at its start, or anywhere if it is short. */
  public boolean denies(String text) {
    if (!speaksOf(Topic.NEGATIONS, text)) {
      return false;
    }
    List<String> words = List.of(fold(text).split(" "));
    return size(text) < SHORT
        || speaksOf(
            Topic.NEGATIONS, String.join(" ", words.subList(0, Math.min(START, words.size()))));
  }

  /** Whether the text states something: no denial, plan, placeholder or repetition. */
  public boolean states(String text) {
    return !isNothing(text)
        && !isOpen(text)
        && !isBare(text)
        && !saysNone(text)
        && !saysNotApplicable(text)
        && !denies(text)
        && !speaksOf(Topic.PLANS, text)
        && !speaksOf(Topic.AWAY, text);
  }

  /** Number of words; in scripts without blanks two characters count as one. */
  public static int size(String text) {
    String folded = fold(text);
    int ideographs = 0;
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
      int c = folded.codePointAt(i);
      if (isIdeograph(c)) {
        ideographs++;
        inWord = false;
      } else if (c == ' ') {
        inWord = false;
      } else if (!inWord) {
        words++;
        inWord = true;
      }
    }
    return (ideographs + 1) / 2 + words;
  }

  private static boolean isIdeograph(int c) {
    return c >= FIRST_IDEOGRAPH && IDEOGRAPHS.contains(UnicodeScript.of(c));
  }

  /** Lower case, letters, digits and slashes alone, single blanks. */
  public static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(lower.length());
    boolean gap = false;
    for (int i = 0; i < lower.length(); i += Character.charCount(lower.codePointAt(i))) {
      int c = lower.codePointAt(i);
      if (!isOfWord(c)) {
        gap = true;
        continue;
      }
      if (gap && !folded.isEmpty()) {
        folded.append(' ');
      }
      gap = false;
      folded.appendCodePoint(c);
    }
    return folded.toString();
  }

  private static boolean isOfWord(int c) {
    return Character.isLetter(c)
        || c == '/'
        || switch (Character.getType(c)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  /** What travels or lies in clear text counts as cryptography that nobody examined, too. */
  private static Stream<String> phrases(Mapping file, Topic topic) {
    Stream<String> own = all(file, topic.list);
    return topic == Topic.OWN_CRYPTOGRAPHY
        ? Stream.concat(own, all(file, Topic.CLEAR_TEXT.list))
        : own;
  }

  private static Stream<String> all(Mapping file, String key) {
    return file
        .mapping(key)
        .orElseThrow(() -> new IllegalStateException("words.yaml: " + key))
        .fields()
        .values()
        .stream()
        .flatMap(f -> f.value().scalars().stream())
        .map(Words::fold)
        .filter(w -> !w.isEmpty());
  }

  private static Set<String> cells(Mapping file, String key) {
    return all(file, key).collect(Collectors.toUnmodifiableSet());
  }
}
