package dev.plumbline.insight.statistics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Products by what became of them, and the makers behind each number.
 *
 * <p>A number with fewer than {@code k} makers behind it is kept back, and so are the smallest of
 * the others until the numbers kept back have {@code k} makers behind them together: otherwise what
 * is told and the whole would give them away.
 */
final class AnonymousCounts<T extends Comparable<T>> {
  private final Map<T, Group> groups = new TreeMap<>();

  private static final class Group {
    private final Set<String> makers = new HashSet<>();
    private int products;
  }

  void add(T key, String maker) {
    Group group = groups.computeIfAbsent(key, k -> new Group());
    group.makers.add(maker);
    group.products++;
  }

  int products() {
    return groups.values().stream().mapToInt(g -> g.products).sum();
  }

  int makers() {
    return makers(groups.keySet());
  }

  private int makers(Set<T> keys) {
    Set<String> all = new HashSet<>();
    groups.forEach(
        (key, group) -> {
          if (keys.contains(key)) {
            all.addAll(group.makers);
          }
        });
    return all.size();
  }

  /** Each number as a share of the whole, as far as it may be told. */
  Map<T, Share> shares(int k) {
    Set<T> hidden = hidden(k);
    int whole = products();
    Map<T, Share> shares = new LinkedHashMap<>();
    groups.forEach(
        (key, group) ->
            shares.put(key, hidden.contains(key) ? Share.HIDDEN : Share.of(group.products, whole)));
    return shares;
  }

  private Set<T> hidden(int k) {
    Set<T> hidden = new HashSet<>();
    groups.forEach(
        (key, group) -> {
          if (group.makers.size() < k) {
            hidden.add(key);
          }
        });
    List<T> smallestFirst =
        groups.entrySet().stream()
            .filter(group -> !hidden.contains(group.getKey()))
            .sorted(Comparator.comparingInt(group -> group.getValue().products))
            .map(Map.Entry::getKey)
            .toList();
    for (T next : smallestFirst) {
      if (hidden.isEmpty() || (hidden.size() > 1 && makers(hidden) >= k)) {
        break;
      }
      hidden.add(next);
    }
    return hidden;
  }
}
