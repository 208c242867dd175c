package dev.plumbline.client.data;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.util.Optional;

/** Reads JSON and YAML of a device; every JSON text is YAML, but for tabs between its words. */
public final class JsonObjects {
  private JsonObjects() {}

  /** The object that the text is; empty when it is none, or broken. */
  public static Optional<Mapping> object(String text) {
    Problems problems = new Problems();
    return YamlReader.read(text.replace('\t', ' '), "answer", problems)
        .filter(n -> !problems.hasErrors())
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }
}
