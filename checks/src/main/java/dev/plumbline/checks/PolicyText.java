package dev.plumbline.checks;

import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a disclosure policy says, by the wording of {@code policy.yaml}. */
final class PolicyText {
  private static final List<String> TOPICS = List.of("other", "acknowledgement", "updates");
  private static final int NEAR = 100;

  private static final Mapping DATA = CheckData.read("policy.yaml");
  private static final List<String> LANGUAGES = DATA.texts("languages");
  private static final Pattern CONTACT = CheckData.pattern(DATA, "contact");
  private static final Pattern DURATION = CheckData.pattern(DATA, "duration");
  private static final Pattern NEGATION = CheckData.pattern(DATA, "negation");
  private static final Pattern END = CheckData.pattern(DATA, "end");
  private static final Map<String, Pattern> NAMES =
      TOPICS.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(),
                  t -> CheckData.pattern(DATA.mapping("topics").orElseThrow(), t)));

  private final Set<String> timed = new LinkedHashSet<>();
  private final Set<String> unclear = new LinkedHashSet<>();
  private final String text;

  PolicyText(String text) {
    this.text = text;
    for (String whole : text.split("(?<=[.!?])\\s+|\\n")) {
      // "Until it is fixed" ends a promise; it is not what the duration before it is about.
      String sentence = END.matcher(whole).replaceAll(" ");
      List<Topic> topics = topics(sentence);
      boolean negated = NEGATION.matcher(sentence).find();
      for (MatchResult time : DURATION.matcher(sentence).results().toList()) {
        Optional<String> topic = nearest(topics, time);
        if (topic.isEmpty() || negated) {
          unclear.addAll(topic.map(List::of).orElse(TOPICS));
        } else {
          timed.add(topic.get());
        }
      }
    }
  }

  private record Topic(String name, int from, int to) {
    int distance(MatchResult time) {
      return Math.max(0, Math.max(time.start() - to, from - time.end()));
    }

    boolean overlaps(Topic other) {
      return from < other.to && other.from < to;
    }
  }

  private List<Topic> topics(String sentence) {
    List<Topic> found = new ArrayList<>();
    for (String name : TOPICS) {
      Objects.requireNonNull(NAMES.get(name))
          .matcher(sentence)
          .results()
          .map(m -> new Topic(name, m.start(), m.end()))
          .filter(t -> found.stream().noneMatch(t::overlaps))
          .toList()
          .forEach(found::add);
    }
    return found;
  }

  private static Optional<String> nearest(List<Topic> topics, MatchResult time) {
    return topics.stream()
        .filter(t -> t.distance(time) <= NEAR)
        .min((a, b) -> Integer.compare(a.distance(time), b.distance(time)))
        .map(Topic::name);
  }

  boolean reads(String language) {
    return LANGUAGES.contains(language);
  }

  boolean namesContact() {
    return CONTACT.matcher(text).find();
  }

  /** Whether a duration is given for {@code acknowledgement} or {@code updates}. */
  boolean times(String topic) {
    return timed.contains(topic);
  }

  /** Whether a duration stands there that may be meant for the topic. */
  boolean mayTime(String topic) {
    return unclear.contains(topic);
  }

  /** Whether updates are promised until the issue is resolved. */
  boolean namesEnd() {
    return END.matcher(text).find();
  }
}
