package dev.plumbline.importers.shared.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An element of an XML file.
 *
 * @param attributes its own
 * @param around attributes of the elements around it and of itself, by element name; the innermost
 *     of a name
 * @param texts inside it, by path such as {@code refs/ref}; attributes as {@code refs/ref@id}; its
 *     own text under the empty path
 * @param line where it begins
 */
public record XmlRecord(
    Map<String, String> attributes,
    Map<String, Map<String, String>> around,
    Map<String, List<String>> texts,
    int line) {
  public XmlRecord {
    attributes = Map.copyOf(attributes);
    around = Map.copyOf(around);
    texts = Map.copyOf(texts);
  }

  /** An attribute; empty when there is none. */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** An attribute of an element around it; empty when there is none. */
  public String around(String element, String name) {
    return around.getOrDefault(element, Map.of()).getOrDefault(name, "");
  }

  /** The first text at a path; empty when there is none. */
  public String text(String path) {
    List<String> all = texts.getOrDefault(path, List.of());
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** All texts at a path. */
  public List<String> all(String path) {
    return List.copyOf(texts.getOrDefault(path, List.of()));
  }

  /** Texts of elements by one of their attributes. */
  public Map<String, String> byAttribute(String path, String attribute) {
    List<String> names = all(path + "@" + attribute);
    List<String> values = all(path);
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
      map.put(names.get(i), values.get(i));
    }
    return map;
  }
}
