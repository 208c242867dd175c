package dev.plumbline.catalogue;

import dev.plumbline.core.UnitId;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;

/** Reads a file of {@link UnitRule}s. */
public final class RuleFile {
  private RuleFile() {}

  static List<UnitRule> read(Mapping file) {
    return new Fields(file).list("rules").stream().map(RuleFile::rule).toList();
  }

  /** One rule. */
  public static UnitRule rule(Fields r) {
    return new UnitRule(
        new UnitId(r.need("unit")),
        r.optional("select"),
        r.optional("known"),
        r.optional("holds"),
        UnitRule.Reach.of(r.text("decides")),
        r.text("because"),
        r.text("otherwise"),
        r.text("remedy"),
        r.node().place());
  }
}
