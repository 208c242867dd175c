package dev.plumbline.app.draft;

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
import java.util.Objects;

/** The lists that drafts go by. */
final class DraftData {
  private static final String FILE = "draft.yaml";
  private static final Mapping ROOT = read(FILE);

  /** What codes of a PICS say. */
  static final Mapping PICS = read("pics.yaml");

  private DraftData() {}

  static List<String> texts(String key) {
    return ROOT.texts(key);
  }

  static Map<String, List<String>> lists(String key) {
    return lists(ROOT, key);
  }

  static Map<String, List<String>> lists(Mapping root, String key) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    root.mapping(key).ifPresent(m -> m.fields().keySet().forEach(k -> lists.put(k, m.texts(k))));
    return lists;
  }

  private static Mapping read(String file) {
    try (InputStream in = DraftData.class.getResourceAsStream(file)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return YamlReader.read(text, file, new Problems())
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .orElseThrow(() -> new IllegalStateException(file + " cannot be read"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
