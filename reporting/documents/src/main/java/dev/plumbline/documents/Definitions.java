package dev.plumbline.documents;

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
import java.util.Optional;

/** The documents that Plumbline can make. */
public final class Definitions {
  private Definitions() {}

  /** All of them, by id, in the order of the index. */
  public static Map<String, Definition> load() {
    Map<String, Definition> all = new LinkedHashMap<>();
    for (String id : read("index.yaml").texts("documents")) {
      all.put(id, Definition.of(read(id + ".yaml")));
    }
    return all;
  }

  /** The pairs of a law's requirements with provisions, from a data file. */
  static List<Mapping> pairs(String name) {
    return read(name + ".yaml").mappings("pairs");
  }

  private static Mapping read(String name) {
    try (InputStream in = Definitions.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The release has no file documents/" + name + ".");
      }
      Problems problems = new Problems();
      Optional<YamlNode> root =
          YamlReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, problems);
      if (problems.hasErrors() || root.isEmpty() || !(root.get() instanceof Mapping mapping)) {
        throw new IllegalStateException(name + " is malformed: " + problems.sorted());
      }
      return mapping;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
