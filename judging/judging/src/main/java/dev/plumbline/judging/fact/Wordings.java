package dev.plumbline.judging.fact;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Words that a check looks for, in a YAML file that ships beside it. A check opens no file. */
public final class Wordings {
  private Wordings() {}

  /**
   * The root mapping of a file beside a class.
   *
   * @throws IllegalStateException if it is missing or malformed; that is a defect of the release
   */
  public static Mapping beside(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The release has no file " + name + ".");
      }
      Problems problems = new Problems();
      YamlNode root =
          YamlReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, problems)
              .orElseThrow(() -> new IllegalStateException(name + ": " + problems.sorted()));
      if (problems.hasErrors() || !(root instanceof Mapping mapping)) {
        throw new IllegalStateException(name + ": " + problems.sorted());
      }
      return mapping;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped file " + name, e);
    }
  }
}
