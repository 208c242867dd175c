package dev.plumbline.app.scaffold;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The kinds of things that {@code dev new-…} begins, from {@code kinds.yaml}. */
public final class Scaffolds {
  private static final String FILE = "kinds.yaml";

  private Scaffolds() {}

  /** All of them, in the order of the file. */
  public static List<Scaffold> all() {
    return root().mappings("kinds").stream().map(Scaffolds::scaffold).toList();
  }

  /**
   * The one of this kind.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Scaffold of(String kind) {
    return all().stream()
        .filter(s -> s.id().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no kind '" + kind + "'"));
  }

  private static Mapping root() {
    try (InputStream in = Scaffolds.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
      Problems problems = new Problems();
      YamlNode root = YamlReader.read(text, FILE, problems).orElseThrow();
      if (problems.hasErrors()) {
        throw new IllegalStateException(problems.sorted().toString());
      }
      return (Mapping) root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scaffold scaffold(Mapping kind) {
    Map<String, String> files = new LinkedHashMap<>();
    kind.mappings("files").forEach(f -> files.put(need(f, "template"), need(f, "to")));
    return new Scaffold(
        need(kind, "id"),
        need(kind, "example"),
        need(kind, "home"),
        files,
        kind.mappings("lists").stream()
            .map(l -> new Scaffold.Addition(need(l, "file"), need(l, "text"), need(l, "at")))
            .toList(),
        kind.texts("next"));
  }

  private static String need(Mapping mapping, String key) {
    return mapping
        .text(key)
        .orElseThrow(() -> new IllegalStateException(mapping.place() + ": needs " + key));
  }
}
