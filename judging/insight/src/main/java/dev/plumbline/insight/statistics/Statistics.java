package dev.plumbline.insight.statistics;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.insight.statistics.ProductSample.ProvisionSample;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Statistics over many products that single out none: every number that is told has at least {@code
 * k} makers behind it.
 *
 * @param k at least {@link #LEAST_K}
 * @param editions apart, as their provisions differ
 */
public record Statistics(int k, List<EditionStatistics> editions) {
  /** Fewer makers than this behind a number are not anonymous. */
  public static final int LEAST_K = 5;

  public Statistics {
    editions = List.copyOf(editions);
  }

  /** Gathers products one after the other, and forgets them. */
  public static final class Gathering {
    private final Map<String, Edition> editions = new TreeMap<>();

    private static final class Edition {
      private final Set<String> makers = new HashSet<>();
      private final Map<ProvisionId, ProvisionGathering> provisions = new TreeMap<>();
      private int products;
    }

    /** Safe for several threads. */
    public synchronized void add(ProductSample product) {
      Edition edition = editions.computeIfAbsent(product.edition(), e -> new Edition());
      edition.products++;
      edition.makers.add(product.maker());
      for (ProvisionSample sample : product.provisions()) {
        edition
            .provisions
            .computeIfAbsent(
                sample.provision(), id -> new ProvisionGathering(id, sample.mandatory()))
            .add(sample, product.maker());
      }
    }

    /**
     * What may be told.
     *
     * @throws IllegalArgumentException if k is less than {@link #LEAST_K}
     */
    public synchronized Statistics told(int k) {
      if (k < LEAST_K) {
        throw new IllegalArgumentException(
            "fewer than " + LEAST_K + " makers behind a number are not anonymous");
      }
      return new Statistics(
          k, editions.entrySet().stream().map(e -> told(e.getKey(), e.getValue(), k)).toList());
    }

    private static EditionStatistics told(String name, Edition edition, int k) {
      if (edition.makers.size() < k) {
        return new EditionStatistics(name, 0, List.of());
      }
      return new EditionStatistics(
          name,
          edition.products / k * k,
          edition.provisions.values().stream().map(p -> p.told(k)).toList());
    }
  }
}
