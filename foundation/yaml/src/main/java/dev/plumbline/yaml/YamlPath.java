package dev.plumbline.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way from the root of a document to a value.
 *
 * @param steps keys and positions, outermost first
 */
public record YamlPath(List<Step> steps) {
  public YamlPath {
    steps = List.copyOf(steps);
  }

  /** One step down. */
  public sealed interface Step {}

  /** To the value of a key. */
  public record Key(String name) implements Step {}

  /** To an item of a list, from 0. */
  public record Index(int position) implements Step {}

  /** The way along keys. */
  public static YamlPath of(String... keys) {
    YamlPath path = new YamlPath(List.of());
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  public YamlPath key(String name) {
    return with(new Key(name));
  }

  public YamlPath index(int position) {
    return with(new Index(position));
  }

  private YamlPath with(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new YamlPath(longer);
  }

  @Override
  public String toString() {
    return steps.stream()
        .map(
            s ->
                switch (s) {
                  case Key k -> k.name();
                  case Index i -> "[" + i.position() + "]";
                })
        .collect(Collectors.joining("/"));
  }
}
