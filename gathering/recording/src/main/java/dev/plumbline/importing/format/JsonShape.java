package dev.plumbline.importing.format;

import dev.plumbline.importing.Head;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Which members a JSON file has, to tell what wrote it: names that only stand in texts count for
 * nothing. The first value of the file is looked at to its end, as some tools name themselves last;
 * further ones as far as the file's beginning goes.
 *
 * @param texts first text at each path, such as {@code /runs/*}{@code /tool}; empty for other
 *     values
 * @param members names of the members of the values themselves
 */
public record JsonShape(Map<String, String> texts, Set<String> members) {
  private static final int DEEPEST = 8;
  private static final int MOST_PATHS = 5_000;
  private static final int MOST_MEMBERS = 20_000;
  private static final int LONGEST_TEXT = 500;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxNameLength(10_000)
                  .maxNumberLength(100_000)
                  .build())
          .build();

  public JsonShape {
    texts = Map.copyOf(texts);
    members = Set.copyOf(members);
  }

  /** The members seen before the file breaks off; none where it is no JSON. */
  public static JsonShape of(Head head) {
    return head.derived(JsonShape.class, JsonShape::read);
  }

  private static JsonShape read(Head head) {
    Walk walk = new Walk(new HashMap<>(), new HashSet<>());
    String start = head.text().stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      try (Reader whole = text(head.whole());
          JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), whole)) {
        while (json.nextToken() != null && walk.goesOn(json)) {
          walk.value(json, "", 0);
        }
      } catch (JacksonException | IOException e) {
        // The beginning of a file nearly always ends inside a value.
        return new JsonShape(walk.texts, walk.members);
      }
    }
    return new JsonShape(walk.texts, walk.members);
  }

  /** Without the mark of its encoding. */
  private static Reader text(InputStream in) throws IOException {
    BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private record Walk(Map<String, String> texts, Set<String> members) {
    /** Whether a value that begins here is looked at. */
    boolean goesOn(JsonParser json) {
      return texts.size() < MOST_PATHS && !isFar(json);
    }

    private static boolean isFar(JsonParser json) {
      return json.currentTokenLocation().getCharOffset() > Head.SIZE;
    }

    void value(JsonParser json, String path, int depth) {
      JsonToken token = json.currentToken();
      if (!texts.containsKey(path)) {
        texts.put(path, token == JsonToken.VALUE_STRING ? cut(json.getString()) : "");
      }
      if (!token.isStructStart()) {
        return;
      }
      boolean full = depth > 0 && texts.size() >= MOST_PATHS;
      if (depth == DEEPEST || full) {
        json.skipChildren();
        return;
      }
      while (true) {
        JsonToken next = json.nextToken();
        if (next == null || next.isStructEnd()) {
          return;
        }
        if (next == JsonToken.PROPERTY_NAME) {
          String name = json.currentName();
          json.nextToken();
          member(json, path + "/" + name, name, depth);
        } else if (depth == 0 && isFar(json)) {
          json.skipChildren();
        } else {
          value(json, path + "/*", depth + 1);
        }
      }
    }

    private void member(JsonParser json, String path, String name, int depth) {
      if (depth > 0 || members.contains(name) || members.size() < MOST_MEMBERS) {
        if (depth == 0) {
          members.add(name);
        }
        value(json, path, depth + 1);
      } else {
        json.skipChildren();
      }
    }

    private static String cut(String text) {
      return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
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
