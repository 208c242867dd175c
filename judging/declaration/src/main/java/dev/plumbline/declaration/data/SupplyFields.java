package dev.plumbline.declaration.data;

import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;

/** What supply.yaml can hold. */
public final class SupplyFields {
  private static final List<SupplyField> ALL = load();

  private SupplyFields() {}

  /** How a value is written. */
  public enum Kind {
    TEXT,
    DAY,
    LINK,
    /** A day, or a time in UTC. */
    POINT
  }

  /**
   * A fact.
   *
   * @param meaning for whoever fills it in
   */
  public record SupplyField(String key, Kind kind, String meaning) {}

  public static List<SupplyField> all() {
    return ALL;
  }

  private static List<SupplyField> load() {
    return ShippedData.read("supply.yaml").mappings("fields").stream()
        .map(SupplyFields::field)
        .toList();
  }

  private static SupplyField field(Mapping node) {
    return new SupplyField(
        ShippedData.need(node, "key"),
        switch (ShippedData.need(node, "kind")) {
          case "text" -> Kind.TEXT;
          case "day" -> Kind.DAY;
          case "link" -> Kind.LINK;
          case "point" -> Kind.POINT;
          default -> throw new IllegalStateException(node.place() + ": no such kind");
        },
        ShippedData.need(node, "meaning"));
  }
}
