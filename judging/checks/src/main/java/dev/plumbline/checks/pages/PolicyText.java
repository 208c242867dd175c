package dev.plumbline.checks.pages;

import dev.plumbline.checks.CheckData;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** What a disclosure policy says, by the wording of {@code policy.yaml}. */
final class PolicyText {
  private static final int NEAR = 100;
  private static final BoundedPattern SENTENCES = BoundedPattern.compile("(?<=[.!?])\\s+|\\n");

  private static final Mapping DATA = CheckData.read("policy.yaml");
  private static final List<String> LANGUAGES = DATA.texts("languages");
  private static final BoundedPattern CONTACT = CheckData.pattern(DATA, "contact");
  private static final BoundedPattern MAY_CONTACT = CheckData.pattern(DATA, "mayContact");
  private static final BoundedPattern NEGATION = CheckData.pattern(DATA, "negation");
  private static final BoundedPattern BOUNDS = CheckData.pattern(DATA, "bounds");
  private static final BoundedPattern END = CheckData.pattern(DATA, "end");
  private static final BoundedPattern DELEGATED = CheckData.pattern(DATA, "delegated");
  private static final BoundedPattern YET = CheckData.pattern(DATA, "yet");
  private static final PolicyTimes TIMES = new PolicyTimes(DATA);

  /** What a time of a policy is about. */
  enum Topic {
    ACKNOWLEDGEMENT(
        "acknowledgement", "the time until a report is acknowledged", "acknowledgementDays"),
    UPDATES("updates", "when the reporter gets status updates", "statusUpdateDays"),
    OTHER("other", "another time", "");

    private final String key;
    private final String what;
    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // An expression stays as it was compiled.
    private final BoundedPattern words;

    @SuppressWarnings("ImmutableEnumChecker") // The same.
    private final Optional<BoundedPattern> wider;

    Topic(String key, String what, String field) {
      this.key = key;
      this.what = what;
      this.field = field;
      this.words = CheckData.pattern(DATA.mapping("topics").orElseThrow(), key);
      this.wider = DATA.mapping("wider").orElseThrow().text(key).map(BoundedPattern::compile);
    }

    /** In words. */
    String what() {
      return what;
    }

    /** The field of the user information that declares it in days. */
    String field() {
      return field;
    }
  }

  private final Map<Topic, Double> times = new EnumMap<>(Topic.class);
  private final Set<Topic> unclear = EnumSet.noneOf(Topic.class);
  private final String text;

  PolicyText(String text) {
    this.text = text;
    for (String whole : SENTENCES.split(text)) {
      // "Until it is fixed" ends a promise; it is not what the time before it is about.
      read(BOUNDS.matcher(END.matcher(whole).replaceAll(" ")).replaceAll(" "));
    }
  }

  private record Word(Topic topic, int from, int to) {
    int distance(PolicyTimes.Time time) {
      return Math.max(0, Math.max(time.from() - to, from - time.to()));
    }

    boolean overlaps(Word other) {
      return from < other.to && other.from < to;
    }
  }

  private void read(String sentence) {
    List<PolicyTimes.Time> found = TIMES.in(sentence);
    if (found.isEmpty()) {
      return;
    }
    List<Word> words = words(sentence);
    boolean negated = NEGATION.matcher(sentence).find();
    if (words.stream().map(Word::topic).distinct().count() < found.size()) {
      // One of the times is about something that no word here names.
      unclear.addAll(EnumSet.allOf(Topic.class));
    }
    for (PolicyTimes.Time time : found) {
      Optional<Topic> topic = nearest(words, time);
      if (topic.isEmpty()) {
        unclear.addAll(EnumSet.allOf(Topic.class));
      } else if (negated) {
        unclear.add(topic.get());
      } else {
        times.merge(topic.get(), time.days(), Math::min);
      }
      // Other words of the sentence may mean that the time is about another topic than it seems.
      for (Topic other : Topic.values()) {
        boolean mayBe =
            words.stream().anyMatch(w -> w.topic() == other)
                || other.wider.filter(w -> w.matcher(sentence).find()).isPresent()
                || (other == Topic.UPDATES && time.again());
        if (mayBe && topic.filter(t -> t == other).isEmpty()) {
          unclear.add(other);
        }
      }
    }
  }

  private static List<Word> words(String sentence) {
    List<Word> found = new ArrayList<>();
    for (Topic topic : List.of(Topic.OTHER, Topic.ACKNOWLEDGEMENT, Topic.UPDATES)) {
      topic
          .words
          .matcher(sentence)
          .results()
          .map(m -> new Word(topic, m.start(), m.end()))
          .filter(w -> found.stream().noneMatch(w::overlaps))
          .toList()
          .forEach(found::add);
    }
    return found;
  }

  private static Optional<Topic> nearest(List<Word> words, PolicyTimes.Time time) {
    return words.stream()
        .filter(w -> w.distance(time) <= NEAR)
        .min(Comparator.comparingInt(w -> w.distance(time)))
        .map(Word::topic);
  }

  boolean reads(String language) {
    String base = language.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return LANGUAGES.contains(base);
  }

  boolean namesContact() {
    return CONTACT.matcher(text).find();
  }

  /** Whether words stand there that may name a contact which only a person recognises. */
  boolean mayNameContact() {
    return MAY_CONTACT.matcher(text).find();
  }

  /** The shortest time given for the topic, in days; empty where none is. */
  OptionalDouble days(Topic topic) {
    Double days = times.get(topic);
    return days == null ? OptionalDouble.empty() : OptionalDouble.of(days);
  }

  /**
   * Whether a time stands there, or in a document that the page names, that may be meant for it.
   */
  boolean mayTime(Topic topic) {
    return unclear.contains(topic) || DELEGATED.matcher(text).find();
  }

  /**
   * The sentence that says without exception that there is no such answer; empty where none does.
   */
  Optional<String> refuses(Topic topic) {
    Optional<BoundedPattern> refusal =
        DATA.mapping("refuses").orElseThrow().text(topic.key).map(BoundedPattern::compile);
    return refusal.flatMap(
        r ->
            Stream.of(SENTENCES.split(text))
                .filter(s -> r.matcher(s).find() && !YET.matcher(s).find())
                .findFirst());
  }

  /** Whether updates are promised until the issue is resolved. */
  boolean namesEnd() {
    return END.matcher(text).find();
  }
}
