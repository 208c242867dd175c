package dev.plumbline.firmware.find;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A data file of ours beside this class. What is wrong with it is our defect, so it fails at once.
 */
final class FirmwareDataFile {
  private FirmwareDataFile() {}

  static Mapping mapping(String name) {
    Problems problems = new Problems();
    YamlNode node =
        YamlReader.read(text(name), name, problems)
            .orElseThrow(() -> new IllegalStateException(name + ": " + problems.sorted()));
    if (problems.hasErrors() || !(node instanceof Mapping mapping)) {
      throw new IllegalStateException(name + ": " + problems.sorted());
    }
    return mapping;
  }

  static List<String> lines(String name) {
    return text(name)
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty() && !l.startsWith("#"))
        .toList();
  }

  static String needed(Mapping mapping, String key) {
    return mapping
        .text(key)
        .orElseThrow(() -> new IllegalStateException(mapping.place() + ": needs " + key));
  }

  static BoundedPattern pattern(Mapping mapping, String key) {
    return BoundedPattern.compile(needed(mapping, key));
  }

  private static String text(String name) {
    try (InputStream in = FirmwareDataFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("data file missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
