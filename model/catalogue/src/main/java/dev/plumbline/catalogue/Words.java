package dev.plumbline.catalogue;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.EnumMap;
import java.util.List;
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
    return isNothing(FoldedText.of(text));
  }

  private boolean isNothing(FoldedText text) {
    String folded = text.folded();
    return folded.isEmpty()
        ? !UNDECIDED.matcher(text.text()).find()
        : nothing.contains(folded) || notApplicable.contains(folded);
  }

  /** Whether the opening words say that there is nothing: {@code None, because …}. */
  public boolean saysNone(String text) {
    return opens(opening(text), nothing);
  }

  /** Whether the opening words say that the question is not for the entry: {@code N/A (…)}. */
  public boolean saysNotApplicable(String text) {
    return opens(opening(text), notApplicable);
  }

  private static FoldedText opening(String text) {
    return OPENING
        .splitAsStream(text)
        .map(FoldedText::of)
        .filter(c -> !c.folded().isEmpty())
        .findFirst()
        .orElseGet(() -> FoldedText.of(""));
  }

  private boolean opens(FoldedText opening, Set<String> cells) {
    if (cells.contains(opening.folded())) {
      return true;
    }
    List<String> words = opening.words();
    Phrases reasons = phrases(Topic.REASONS);
    return IntStream.range(1, Math.min(words.size(), LONGEST_OPENING + 1))
        .filter(i -> reasons.startAt(words, i))
        .anyMatch(i -> cells.contains(String.join(" ", words.subList(0, i))));
  }

  /** Whether the text only holds the place of an answer. */
  public boolean isOpen(String text) {
    return isOpen(FoldedText.of(text));
  }

  /** The same. */
  public boolean isOpen(FoldedText text) {
    String folded = text.folded();
    return folded.isEmpty() ? UNDECIDED.matcher(text.text()).find() : open.contains(folded);
  }

  /** Whether the text repeats the question or points away, and so states nothing. */
  public boolean isBare(String text) {
    return isBare(FoldedText.of(text));
  }

  /** The same. */
  public boolean isBare(FoldedText text) {
    return bare.contains(text.folded());
  }

  /** Whether the text speaks of it, in whole words. */
  public boolean speaksOf(Topic topic, String text) {
    return speaksOf(topic, FoldedText.of(text));
  }

  /** The same. */
  public boolean speaksOf(Topic topic, FoldedText text) {
    return phrases(topic).standIn(text.folded(), text.words());
  }

  /** Whether a clause of the text speaks of it and does not deny it: {@code no password} does. */
  public boolean affirms(Topic topic, String text) {
    return affirmed(text).anyMatch(c -> speaksOf(topic, c));
  }

  /** The clauses of a text that neither deny something nor say that it is turned away. */
  public Stream<String> clauses(String text) {
    return affirmed(text).map(FoldedText::text);
  }

  private Stream<FoldedText> affirmed(String text) {
    return CLAUSES
        .splitAsStream(text)
        .filter(c -> !c.isBlank())
        .map(FoldedText::of)
        .filter(c -> !speaksOf(Topic.NEGATIONS, c) && !speaksOf(Topic.REFUSALS, c));
  }

  /** Whether the text as a whole denies something: at its start, or anywhere if it is short. */
  public boolean denies(String text) {
    return denies(FoldedText.of(text));
  }

  private boolean denies(FoldedText text) {
    if (!speaksOf(Topic.NEGATIONS, text)) {
      return false;
    }
    List<String> words = text.words();
    List<String> first = words.subList(0, Math.min(START, words.size()));
    return text.size() < SHORT || phrases(Topic.NEGATIONS).standIn(String.join(" ", first), first);
  }

  /** Whether the text states something: no denial, plan, placeholder or repetition. */
  public boolean states(String text) {
    FoldedText read = FoldedText.of(text);
    if (isNothing(read) || isOpen(read) || isBare(read)) {
      return false;
    }
    FoldedText opening = opening(text);
    return !opens(opening, nothing)
        && !opens(opening, notApplicable)
        && !denies(read)
        && !speaksOf(Topic.PLANS, read)
        && !speaksOf(Topic.AWAY, read);
  }

  private Phrases phrases(Topic topic) {
    return Objects.requireNonNull(topics.get(topic));
  }

  /** Number of words; in scripts without blanks two characters count as one. */
  public static int size(String text) {
    return FoldedText.of(text).size();
  }

  /** Lower case, letters, digits and slashes alone, single blanks. */
  public static String fold(String text) {
    return FoldedText.fold(text);
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
