package dev.plumbline.wild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A YAML mapping as plain values.
 *
 * @param fields by name, in the order of the file
 */
record Tree(Map<String, @Nullable Object> fields) {
  static final Tree EMPTY = new Tree(Map.of());

  /** The mapping that a file holds; an empty one where it holds none. */
  static Tree read(Path file) throws IOException {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setMaxAliasesForCollections(200).build();
    return of(new Load(settings).loadFromString(Files.readString(file)));
  }

  /** The value as a mapping; empty where it is none. */
  static Tree of(@Nullable Object value) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, field) -> fields.put(String.valueOf(key), field));
    }
    return new Tree(fields);
  }

  void write(Path file) throws IOException {
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(110).build();
    Files.createDirectories(file.toAbsolutePath().getParent());
    // A list that stands in two places is written twice: dossiers have no anchors.
    Tree apart = mapped(text -> text);
    Files.writeString(file, new Dump(settings).dumpToString(apart.fields));
  }

  Tree at(String key) {
    return of(fields.get(key));
  }

  boolean has(String key) {
    return fields.get(key) != null;
  }

  String text(String key) {
    return text(key, "");
  }

  String text(String key, String otherwise) {
    Object value = fields.get(key);
    return value == null ? otherwise : value.toString();
  }

  /** The values of a list; a single value counts as a list of one. */
  List<Object> list(String key) {
    Object value = fields.get(key);
    List<Object> values = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (each != null) {
          values.add(each);
        }
      }
    } else if (value != null) {
      values.add(value);
    }
    return values;
  }

  List<String> texts(String key) {
    return list(key).stream().map(Object::toString).toList();
  }

  List<Tree> trees(String key) {
    return list(key).stream().map(Tree::of).toList();
  }

  /** This with one field set. */
  Tree with(String key, @Nullable Object value) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
    all.put(key, value);
    return new Tree(all);
  }

  Tree without(List<String> keys) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
    keys.forEach(all::remove);
    return new Tree(all);
  }

  /**
   * This with the fields of another laid over it: mappings join, other values replace, null
   * removes, and a key that ends in + appends to a list.
   */
  Tree over(Tree other) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
    other.fields.forEach(
        (key, value) -> {
          if (value == null) {
            all.remove(key);
          } else if (key.endsWith("+") && value instanceof List<?> more) {
            String name = key.substring(0, key.length() - 1);
            List<Object> joined = new ArrayList<>(new Tree(all).list(name));
            joined.addAll(more);
            all.put(name, joined);
          } else if (value instanceof Map<?, ?>) {
            Object old = all.get(key);
            all.put(key, (old instanceof Map<?, ?> ? of(old) : EMPTY).over(of(value)).fields());
          } else {
            all.put(key, value);
          }
        });
    return new Tree(all);
  }

  /** This with every text changed. */
  Tree mapped(UnaryOperator<String> change) {
    return of(mapped(fields, change));
  }

  private static @Nullable Object mapped(@Nullable Object value, UnaryOperator<String> change) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> changed = new LinkedHashMap<>();
      map.forEach((key, field) -> changed.put(String.valueOf(key), mapped(field, change)));
      return changed;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> changed = new ArrayList<>();
      list.forEach(each -> changed.add(mapped(each, change)));
      return changed;
    }
    return value instanceof String text ? change.apply(text) : value;
  }
}
