package dev.plumbline.yaml;

import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The values of a document by the way that leads to each, whatever the order of rows and keys. */
final class YamlLeaves {
  private YamlLeaves() {}

  /** Each value with its way, such as {@code entries/AuthMech-1/description}. */
  static Map<List<String>, Object> of(YamlNode root, List<String> identities) {
    Map<List<String>, Object> leaves = new LinkedHashMap<>();
    add(List.of(), root, identities, leaves);
    return leaves;
  }

  private static void add(
      List<String> way, YamlNode node, List<String> identities, Map<List<String>, Object> leaves) {
    switch (node) {
      case Mapping m when !m.fields().isEmpty() ->
          m.fields().forEach((k, f) -> add(down(way, k), f.value(), identities, leaves));
      case Listing l when !l.items().isEmpty() && ids(l, identities).isPresent() -> {
        List<String> ids = ids(l, identities).get();
        for (int i = 0; i < ids.size(); i++) {
          add(down(way, ids.get(i)), l.items().get(i), identities, leaves);
        }
      }
      default -> {
        boolean empty =
            switch (node) {
              case Scalar s -> s.isEmpty();
              case Listing l -> l.items().isEmpty();
              case Mapping m -> m.fields().isEmpty();
            };
        if (!empty) {
          leaves.put(way, node.plain());
        }
      }
    }
  }

  private static List<String> down(List<String> way, String step) {
    return java.util.stream.Stream.concat(way.stream(), java.util.stream.Stream.of(step)).toList();
  }

  /** The ids of the items of a list; empty unless each is a mapping with an id of its own. */
  static Optional<List<String>> ids(Listing list, List<String> identities) {
    List<String> ids =
        list.items().stream()
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast)
            .flatMap(m -> identities.stream().flatMap(i -> m.text(i).stream()).limit(1))
            .toList();
    boolean whole = ids.size() == list.items().size() && Set.copyOf(ids).size() == ids.size();
    return whole ? Optional.of(ids) : Optional.empty();
  }

  /** Whether a merged document says, place by place, what three versions of it make of it. */
  static boolean fits(
      YamlNode merged,
      Optional<YamlNode> base,
      YamlNode ours,
      YamlNode theirs,
      List<String> identities) {
    Map<List<String>, Object> m = of(merged, identities);
    Map<List<String>, Object> b = base.map(r -> of(r, identities)).orElse(Map.of());
    Map<List<String>, Object> o = of(ours, identities);
    Map<List<String>, Object> t = of(theirs, identities);
    Set<List<String>> ways = new HashSet<>(m.keySet());
    ways.addAll(b.keySet());
    ways.addAll(o.keySet());
    ways.addAll(t.keySet());
    return ways.stream()
        .allMatch(
            way -> {
              Optional<Object> is = Optional.ofNullable(m.get(way));
              Optional<Object> was = Optional.ofNullable(b.get(way));
              Optional<Object> our = Optional.ofNullable(o.get(way));
              Optional<Object> their = Optional.ofNullable(t.get(way));
              return Objects.equals(our, was) ? is.equals(their) : is.equals(our);
            });
  }
}
