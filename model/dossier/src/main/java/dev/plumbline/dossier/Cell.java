package dev.plumbline.dossier;

import dev.plumbline.core.Place;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A cell of an IXIT entry.
 *
 * @param key column or typed field
 * @param node the value as written
 */
public record Cell(String key, YamlNode node) {
  public Place place() {
    return node.place();
  }

  /** The value as one text; the items of a list joined by a comma. */
  public String text() {
    return String.join(", ", node.scalars());
  }

  public List<String> texts() {
    return node.scalars();
  }

  public Optional<Boolean> flag() {
    return node instanceof Scalar s ? s.asBoolean() : Optional.empty();
  }

  public Optional<Long> number() {
    return node instanceof Scalar s ? s.asLong() : Optional.empty();
  }

  public boolean isEmpty() {
    if (node instanceof Scalar s) {
      return s.isEmpty() || s.text().isBlank();
    }
    return !(node instanceof YamlNode.Mapping) && node.scalars().stream().allMatch(String::isBlank);
  }
}
