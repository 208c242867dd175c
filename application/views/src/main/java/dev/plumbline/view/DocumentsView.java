package dev.plumbline.view;

import dev.plumbline.documents.Definition;
import dev.plumbline.documents.Definitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents that a manufacturer owes: what each is for, and from where its content is known.
 */
public record DocumentsView(List<Definition> definitions) {
  public DocumentsView {
    definitions = List.copyOf(definitions);
  }

  /** All that are defined. */
  public static DocumentsView load() {
    return new DocumentsView(List.copyOf(Definitions.load().values()));
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Definition definition : definitions) {
      lines.add(definition.id());
      lines.add(Text.wrap(definition.title() + ". " + definition.about(), "  "));
      definition
          .sources()
          .forEach(
              s ->
                  lines.add(
                      Text.wrap(s.what() + " (confidence: " + s.confidence() + ").", "    ")));
    }
    return lines;
  }

  /** The same for programs. */
  public List<Map<String, Object>> json() {
    return definitions.stream().map(DocumentsView::json).toList();
  }

  private static Map<String, Object> json(Definition definition) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", definition.id());
    json.put("title", definition.title());
    json.put("about", definition.about());
    json.put(
        "sources",
        definition.sources().stream()
            .map(s -> Map.of("what", s.what(), "confidence", s.confidence()))
            .toList());
    json.put("passes", definition.passes());
    return json;
  }
}
