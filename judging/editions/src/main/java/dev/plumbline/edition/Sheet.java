package dev.plumbline.edition;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlEditException;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of a declaration while it is edited. Comments stay, whatever is done. */
final class Sheet {
  private final String file;
  private YamlText text;

  private Sheet(String file, YamlText text) {
    this.file = file;
    this.text = text;
  }

  /**
   * A file that was read before without errors.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Sheet of(String file, String text) {
    Problems problems = new Problems();
    return new Sheet(
        file,
        YamlText.of(text, file, problems)
            .orElseThrow(() -> new IllegalArgumentException(problems.sorted().toString())));
  }

  String text() {
    return text.text();
  }

  /** The values, as {@link dev.plumbline.yaml.YamlNode#plain} gives them. */
  Map<String, Object> values() {
    return ValueEdits.map(text.root().plain());
  }

  boolean has(YamlPath path) {
    return text.at(path).isPresent();
  }

  /** Sets a value, whatever stood there; a list or mapping that did becomes a comment. */
  void put(YamlPath path, Object value) {
    Object wanted = ValueEdits.set(text.root().plain(), path.steps(), value);
    try {
      boolean plain = text.at(path).map(Scalar.class::isInstance).orElse(true);
      YamlText ready = plain ? text : text.disable(path, "Before it was changed:");
      text = ready.set(path, value);
    } catch (YamlEditException | IllegalArgumentException e) {
      rewrite(wanted);
    }
  }

  /** Adds an item to a list. */
  void add(YamlPath list, Object item) {
    Object wanted = ValueEdits.add(text.root().plain(), list.steps(), item);
    try {
      text = text.add(list, item);
    } catch (YamlEditException | IllegalArgumentException e) {
      rewrite(wanted);
    }
  }

  void rename(YamlPath path, String name) {
    Object wanted = ValueEdits.renamed(text.root().plain(), path.steps(), name);
    try {
      text = text.rename(path, name);
    } catch (YamlEditException | IllegalArgumentException e) {
      rewrite(wanted);
    }
  }

  /** Turns a value into a comment. */
  void disable(YamlPath path, String note) {
    Object wanted = ValueEdits.without(text.root().plain(), path.steps());
    try {
      text = text.disable(path, note);
    } catch (YamlEditException | IllegalArgumentException e) {
      rewrite(wanted);
    }
  }

  /** Where the form of a text allows no edit: its comments, then its values anew. */
  private void rewrite(Object values) {
    String comments =
        text.text()
            .lines()
            .map(String::strip)
            .filter(l -> l.startsWith("#"))
            .collect(Collectors.joining("\n", "", "\n"));
    Map<String, Object> all = ValueEdits.map(values);
    Sheet fresh = of(file, comments + "made: anew\n");
    all.forEach((key, value) -> fresh.text = fresh.text.set(YamlPath.of(key), value));
    // The placeholder was needed for an empty mapping has no block form.
    String without = fresh.text.text().replaceFirst("(?m)^made: anew\n", "");
    text = of(file, all.isEmpty() ? comments + "{}\n" : without).text;
  }

  /** Replaces part of the first lines that are comments, such as the path of a schema. */
  void headComment(String from, String to) {
    List<String> lines = List.of(text.text().split("(?<=\n)"));
    StringBuilder edited = new StringBuilder();
    boolean head = true;
    for (String line : lines) {
      head = head && (line.isBlank() || line.startsWith("#"));
      boolean schema = head && line.contains("yaml-language-server:");
      edited.append(schema ? line.replace(from, to) : line);
    }
    text = of(file, edited.toString()).text;
  }

  static Map<String, Object> ordered(Map<String, Object> map) {
    return new LinkedHashMap<>(map);
  }
}
