package dev.plumbline.declaration.data;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TableRole;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Reads the data files that ship with this package. */
public final class ShippedData {
  private static final String ROOT = "declaration/";
  // Who checks thousands of dossiers would read each file thousands of times.
  private static final Map<String, Mapping> READ = new ConcurrentHashMap<>();

  private ShippedData() {}

  /**
   * The root mapping of a file below {@code declaration/}.
   *
   * @throws IllegalStateException if it is missing or malformed; that is a defect of the release
   */
  public static Mapping read(String name) {
    return READ.computeIfAbsent(ROOT + name, ShippedData::load);
  }

  /**
   * What the statements of an edition say of each other and of the rows: {@code statements.yaml}
   * beside its provisions.
   *
   * @throws IllegalStateException if it is missing or malformed
   */
  public static Mapping statements(String edition) {
    return READ.computeIfAbsent(
        "standards/en303645/" + edition + "/statements.yaml", ShippedData::load);
  }

  private static Mapping load(String path) {
    try (InputStream in = ShippedData.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalStateException("The release has no file " + path + ".");
      }
      return parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped file " + path, e);
    }
  }

  private static Mapping parse(String name, String text) {
    Problems problems = new Problems();
    Optional<YamlNode> root = YamlReader.read(text, name, problems);
    if (problems.hasErrors() || root.isEmpty() || !(root.get() instanceof Mapping mapping)) {
      throw new IllegalStateException(
          problems.sorted().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return mapping;
  }

  /** A field that has to be there. */
  public static String need(Mapping node, String key) {
    return node.text(key)
        .orElseThrow(
            () -> new IllegalStateException(node.place() + ": the field '" + key + "' is missing"));
  }

  /** What a table is for, by the word that editions write; it has to be there. */
  public static TableRole role(Mapping node, String key) {
    return TableRole.of(need(node, key))
        .orElseThrow(
            () ->
                new IllegalStateException(node.place() + ": '" + key + "' is no role of a table"));
  }

  public static boolean flag(Mapping node, String key) {
    return node.text(key).filter(t -> t.equals("true") || t.equals("yes")).isPresent();
  }

  /** The lists of scalars of a mapping, by key; nothing where the mapping is absent. */
  public static Map<String, List<String>> lists(Mapping node, String key) {
    return node.mapping(key)
        .map(
            m ->
                m.fields().entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey,
                            e -> e.getValue().value().scalars(),
                            (a, b) -> a,
                            java.util.LinkedHashMap::new)))
        .map(m -> (Map<String, List<String>>) m)
        .orElse(Map.of());
  }
}
