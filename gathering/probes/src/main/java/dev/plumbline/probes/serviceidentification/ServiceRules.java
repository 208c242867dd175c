package dev.plumbline.probes.serviceidentification;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * How services are recognised; {@code services.yaml}.
 *
 * @param spared ports that are not spoken to
 */
record ServiceRules(List<Rule> rules, List<Question> questions, Set<Integer> spared) {
  // A pattern over a long text could take long; what identifies a service stands at its front.
  private static final int FRONT = 8 * 1024;

  static ServiceRules load() {
    Mapping file = DataFile.mapping(ServiceRules.class, "services.yaml");
    return new ServiceRules(
        file.mappings("rules").stream().map(Rule::of).toList(),
        file.mappings("questions").stream().map(Question::of).toList(),
        file.texts("spared").stream().map(Integer::valueOf).collect(Collectors.toSet()));
  }

  /** The rule that recognises what was said. */
  Optional<Rule> recognise(PeerText heard) {
    return rules.stream().filter(r -> r.match().matcher(front(heard)).find()).findFirst();
  }

  /** What to ask a service that greeted so. */
  List<Question> questionsFor(PeerText greeting) {
    return questions.stream().filter(q -> q.when().matcher(front(greeting)).find()).toList();
  }

  private static String front(PeerText heard) {
    return heard.text().substring(0, Math.min(FRONT, heard.text().length()));
  }

  private static BoundedPattern pattern(Mapping mapping, String key) {
    return BoundedPattern.compile(
        mapping
            .text(key)
            .orElseThrow(() -> new IllegalStateException("services.yaml: no " + key + " here")));
  }

  record Rule(String protocol, BoundedPattern match, Optional<BoundedPattern> product) {
    static Rule of(Mapping mapping) {
      return new Rule(
          mapping.text("protocol").orElse(""),
          pattern(mapping, "match"),
          mapping.text("product").map(BoundedPattern::compile));
    }

    /** A named group of the product pattern. */
    Optional<String> find(String group, PeerText heard) {
      if (product.isEmpty() || !product.get().namedGroups().containsKey(group)) {
        return Optional.empty();
      }
      Matcher m = product.get().matcher(front(heard));
      return m.find() ? Optional.ofNullable(m.group(group)).map(String::strip) : Optional.empty();
    }
  }

  /**
   * @param send asked of a service whose greeting matches {@code when}
   * @param understood matches the answer of a service that speaks the protocol
   * @param starttls matches the answer of one that offers TLS; empty where the answer does not tell
   */
  record Question(
      String protocol,
      BoundedPattern when,
      String send,
      BoundedPattern understood,
      Optional<BoundedPattern> starttls) {
    static Question of(Mapping mapping) {
      return new Question(
          mapping.text("protocol").orElse(""),
          pattern(mapping, "when"),
          mapping.text("send").orElse(""),
          pattern(mapping, "understood"),
          mapping.text("starttls").map(BoundedPattern::compile));
    }

    /** Whether that answer offers TLS; empty where it does not tell. */
    Optional<Boolean> offersTls(PeerText answer) {
      return starttls.map(p -> p.matcher(answer.text()).find());
    }
  }
}
