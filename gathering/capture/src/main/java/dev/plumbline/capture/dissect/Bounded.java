package dev.plumbline.capture.dissect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A map that takes no more than so many keys and counts what it did not take.
 *
 * @param <K> what is asked for
 * @param <V> what is kept of it
 */
public final class Bounded<K, V> {
  private final Map<K, V> kept = new LinkedHashMap<>();
  private final int most;
  private long refused;

  public Bounded(int most) {
    this.most = most;
  }

  /** What is kept of a key, made now if there is room; empty when there is none. */
  public Optional<V> of(K key, Function<K, V> fresh) {
    V value = kept.get(key);
    if (value != null) {
      return Optional.of(value);
    }
    if (kept.size() >= most) {
      refused++;
      return Optional.empty();
    }
    V made = fresh.apply(key);
    kept.put(key, made);
    return Optional.of(made);
  }

  public Optional<V> get(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  /** In the order of their coming. */
  public Map<K, V> all() {
    return kept;
  }

  /** How often something was not kept. */
  public long refused() {
    return refused;
  }
}
