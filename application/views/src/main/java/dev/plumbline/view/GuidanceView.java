package dev.plumbline.view;

import dev.plumbline.catalogue.guidance.Guidance;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The standard for people who have never read it: topics and defined terms, as text or JSON. */
public final class GuidanceView {
  private static final String TERMS = "terms";

  private final Guidance guidance = new Guidance();

  /** The topics that there are. */
  public List<String> topics(boolean json) {
    List<Map<String, Object>> topics =
        guidance.topics().stream().map(t -> named("topic", t, "title", title(t))).toList();
    if (json) {
      return List.of(Json.of(topics));
    }
    List<String> lines = new ArrayList<>();
    topics.forEach(t -> lines.add(String.format("  %-28s %s", t.get("topic"), t.get("title"))));
    lines.add(String.format("  %-28s %s", TERMS, "Defined terms; 'plumbline learn TERM' for one"));
    return lines;
  }

  /**
   * A topic, a term, or all terms.
   *
   * @param name of a topic, a defined term, or {@code terms}; empty where there is none
   */
  public Optional<List<String>> find(String name, boolean json) {
    List<Mapping> all = guidance.terms().mappings(TERMS);
    if (name.equals(TERMS)) {
      return Optional.of(terms(all, json));
    }
    Optional<List<String>> topic = guidance.topic(name).map(t -> topic(name, t, json));
    if (topic.isPresent()) {
      return topic;
    }
    List<Mapping> terms =
        all.stream()
            .filter(
                t ->
                    t.text("term").orElse("").equalsIgnoreCase(name.replace('-', ' '))
                        || t.text("term").orElse("").equalsIgnoreCase(name))
            .toList();
    return terms.isEmpty() ? Optional.empty() : Optional.of(terms(terms, json));
  }

  private String title(String topic) {
    return guidance.topic(topic).flatMap(t -> t.text("title")).orElse(topic);
  }

  private static List<String> topic(String name, Mapping t, boolean json) {
    String title = t.text("title").orElse(name);
    String text = t.text("text").orElse("").strip();
    if (json) {
      Map<String, Object> entry = named("topic", name, "title", title);
      entry.put("text", text);
      entry.put("see", t.texts("see"));
      return List.of(Json.of(entry));
    }
    return List.of(title, "", text, "", "See: " + String.join(", ", t.texts("see")));
  }

  private static List<String> terms(List<Mapping> terms, boolean json) {
    List<Map<String, Object>> entries = terms.stream().map(GuidanceView::term).toList();
    if (json) {
      return List.of(Json.of(entries));
    }
    List<String> lines = new ArrayList<>();
    for (Map<String, Object> entry : entries) {
      lines.add(EntryText.of(entry));
      lines.add("");
    }
    return lines;
  }

  private static Map<String, Object> term(Mapping t) {
    Map<String, Object> entry = new LinkedHashMap<>();
    for (String key : List.of("term", "meaning", "use", "editions", "confidence")) {
      entry.put(key, t.text(key).orElse(""));
    }
    return entry;
  }

  private static Map<String, Object> named(String key, String value, String other, String text) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    map.put(other, text);
    return map;
  }
}
