package dev.plumbline.importing.format;

import dev.plumbline.importing.Head;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Which members the beginning of a JSON file has, to tell what wrote it: names that only stand in
 * texts count for nothing.
 *
 * @param texts first text at each path, such as {@code /runs/*}{@code /tool}; empty for other
 *     values
 */
public record JsonShape(Map<String, String> texts) {
  private static final int DEEPEST = 8;
  private static final int MOST_PATHS = 5_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
          .build();

  public JsonShape {
    texts = Map.copyOf(texts);
  }

  /** The members seen before the beginning breaks off; none where it is no JSON. */
  public static JsonShape of(Head head) {
    Map<String, String> texts = new HashMap<>();
    String text = head.text().stripLeading();
    if (text.startsWith("{") || text.startsWith("[")) {
      try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
        while (json.nextToken() != null && texts.size() < MOST_PATHS) {
          walk(json, "", 0, texts);
        }
      } catch (JacksonException e) {
        // The beginning of a file nearly always ends inside a value.
        return new JsonShape(texts);
      }
    }
    return new JsonShape(texts);
  }

  private static void walk(JsonParser json, String path, int depth, Map<String, String> texts) {
    JsonToken token = json.currentToken();
    texts.putIfAbsent(path, token == JsonToken.VALUE_STRING ? json.getString() : "");
    if (!token.isStructStart()) {
      return;
    }
    if (depth == DEEPEST || texts.size() >= MOST_PATHS) {
      json.skipChildren();
      return;
    }
    while (true) {
      JsonToken next = json.nextToken();
      if (next == null || next.isStructEnd()) {
        return;
      }
      if (next == JsonToken.PROPERTY_NAME) {
        String inner = path + "/" + json.currentName();
        json.nextToken();
        walk(json, inner, depth + 1, texts);
      } else {
        walk(json, path + "/*", depth + 1, texts);
      }
    }
  }

  /** Whether all of these paths occur. */
  public boolean has(String... paths) {
    for (String path : paths) {
      if (!texts.containsKey(path)) {
        return false;
      }
    }
    return true;
  }

  /** The first text at a path; empty when there is none. */
  public String text(String path) {
    return texts.getOrDefault(path, "");
  }
}
