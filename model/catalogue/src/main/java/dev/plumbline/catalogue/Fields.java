package dev.plumbline.catalogue;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Typed reading of a mapping of a catalogue file. Every method throws a {@link CatalogueException}
 * with the place where what it needs is missing or is none of the words allowed.
 */
public record Fields(Mapping node) {

  public String need(String key) {
    return node.text(key).orElseThrow(() -> lacks(key));
  }

  public String text(String key) {
    return node.text(key).orElse("");
  }

  public Optional<String> optional(String key) {
    return node.text(key);
  }

  public List<String> texts(String key) {
    return node.texts(key);
  }

  public boolean flag(String key) {
    return node.get(key)
        .filter(Scalar.class::isInstance)
        .flatMap(n -> ((Scalar) n).asBoolean())
        .orElse(false);
  }

  public int number(String key) {
    return Integer.parseInt(need(key));
  }

  public List<ProvisionId> provisions(String key) {
    return texts(key).stream().map(ProvisionId::new).toList();
  }

  /** The units that a list names; empty without the key. */
  public List<UnitId> units(String key) {
    return texts(key).stream().map(UnitId::new).toList();
  }

  public <E extends Enum<E>> E oneOf(Class<E> type, String key, E otherwise) {
    return optional(key).map(t -> constant(type, t)).orElse(otherwise);
  }

  public <E extends Enum<E>> E oneOf(Class<E> type, String key) {
    return constant(type, need(key));
  }

  /** The words of a list, each of them one of the constants. */
  public <E extends Enum<E>> Set<E> each(Class<E> type, String key) {
    return texts(key).stream().map(t -> constant(type, t)).collect(Collectors.toUnmodifiableSet());
  }

  public List<Fields> list(String key) {
    return node.mappings(key).stream().map(Fields::new).toList();
  }

  public Optional<Fields> child(String key) {
    return node.mapping(key).map(Fields::new);
  }

  private <E extends Enum<E>> E constant(Class<E> type, String text) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new CatalogueException(node.place(), "'" + text + "' is no " + type.getSimpleName());
  }

  private CatalogueException lacks(String key) {
    YamlNode at = node;
    return new CatalogueException(at.place(), "the field '" + key + "' is missing");
  }
}
