package dev.plumbline.app.message;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All messages, read when the first is needed. */
final class MessageTexts {
  private static final String FILE = "messages.yaml";

  private static final class Loaded {
    static final Mapping ROOT = read();
    static final Map<String, MessageText> BY_ID = byId(ROOT);
  }

  private MessageTexts() {}

  /** All, in the order of the file. */
  static List<MessageText> all() {
    return List.copyOf(Loaded.BY_ID.values());
  }

  /** The ids that no message has any more, and none may have again. */
  static List<String> retired() {
    return Loaded.ROOT.texts("retired");
  }

  /** The title of each section, by how the ids in it begin. */
  static Map<String, String> sections() {
    Map<String, String> titles = new LinkedHashMap<>();
    Loaded.ROOT
        .mappings("sections")
        .forEach(s -> titles.put(s.text("begin").orElseThrow(), s.text("title").orElseThrow()));
    return titles;
  }

  /**
   * The one of that id.
   *
   * @throws IllegalArgumentException if there is none
   */
  static MessageText of(String id) {
    return Optional.ofNullable(Loaded.BY_ID.get(id))
        .orElseThrow(() -> new IllegalArgumentException("there is no message " + id));
  }

  private static Mapping read() {
    try (InputStream in = MessageTexts.class.getResourceAsStream(FILE)) {
      String text =
          new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
      return YamlReader.read(text, FILE, new Problems())
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .orElseThrow(() -> new IllegalStateException(FILE + " cannot be read"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, MessageText> byId(Mapping root) {
    Map<String, MessageText> all = new LinkedHashMap<>();
    for (Mapping m : root.mappings("messages")) {
      MessageText text =
          new MessageText(
              m.text("id").orElseThrow(),
              m.text("title").orElseThrow(),
              m.text("text").orElseThrow(),
              m.text("remedy").orElse(""));
      if (all.put(text.id(), text) != null) {
        throw new IllegalStateException(text.id() + " stands twice in " + FILE);
      }
    }
    return all;
  }
}
