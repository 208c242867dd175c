package dev.plumbline.client.data;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A data file of ours. What is wrong with it is our defect, so it fails at once. */
public final class DataFile {
  private DataFile() {}

  /** The mapping in a YAML file beside a class. */
  public static YamlNode.Mapping mapping(Class<?> owner, String name) {
    Problems problems = new Problems();
    YamlNode node =
        YamlReader.read(text(owner, name), name, problems)
            .orElseThrow(() -> new IllegalStateException(name + ": " + problems.sorted()));
    if (problems.hasErrors() || !(node instanceof YamlNode.Mapping mapping)) {
      throw new IllegalStateException(name + ": " + problems.sorted());
    }
    return mapping;
  }

  /** The lines of a text file beside a class, without empty ones and comments. */
  public static List<String> lines(Class<?> owner, String name) {
    return text(owner, name)
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty() && !l.startsWith("#"))
        .toList();
  }

  private static String text(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("data file missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
