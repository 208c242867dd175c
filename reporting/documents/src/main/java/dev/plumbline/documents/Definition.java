package dev.plumbline.documents;

import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * What a document is made of: a data file of ours.
 *
 * @param about what it is for, in one sentence
 * @param sources where we have from what it has to hold, each with its confidence
 * @param passes provisions that have to PASS, or not to apply, for the document to be true
 * @param parts in their order; {@link Composer} knows the kinds
 */
public record Definition(
    String id,
    String title,
    String about,
    List<SourceNote> sources,
    List<String> passes,
    List<Mapping> parts) {
  public Definition {
    sources = List.copyOf(sources);
    passes = List.copyOf(passes);
    parts = List.copyOf(parts);
  }

  /** A source of ours. */
  public record SourceNote(String what, String confidence) {}

  static Definition of(Mapping node) {
    return new Definition(
        need(node, "id"),
        need(node, "title"),
        need(node, "about"),
        node.mappings("sources").stream()
            .map(s -> new SourceNote(need(s, "what"), need(s, "confidence")))
            .toList(),
        node.texts("passes"),
        node.mappings("parts"));
  }

  static String need(Mapping node, String key) {
    Optional<String> text = node.text(key);
    return text.orElseThrow(
        () -> new IllegalStateException(node.place() + ": the field '" + key + "' is missing"));
  }
}
