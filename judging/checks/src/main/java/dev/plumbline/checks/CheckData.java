package dev.plumbline.checks;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.judging.fact.Wordings;
import dev.plumbline.yaml.YamlNode.Mapping;

/** Wordings that checks look for, in data files beside them. What is wrong there is our defect. */
public final class CheckData {
  private CheckData() {}

  public static Mapping read(String name) {
    return Wordings.beside(CheckData.class, name);
  }

  public static BoundedPattern pattern(Mapping mapping, String key) {
    return BoundedPattern.compile(
        mapping
            .text(key)
            .orElseThrow(() -> new IllegalStateException(mapping.place() + ": needs " + key)));
  }
}
