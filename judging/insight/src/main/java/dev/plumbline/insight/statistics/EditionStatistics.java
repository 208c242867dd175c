package dev.plumbline.insight.statistics;

import java.util.List;

/**
 * What may be told of the products of one edition.
 *
 * @param edition version of EN 303 645
 * @param atLeast how many products there are at least, a multiple of {@code k}; 0 where fewer than
 *     {@code k} makers are among them, and then nothing else is told
 * @param provisions in the order of the standard
 */
public record EditionStatistics(String edition, int atLeast, List<ProvisionStatistics> provisions) {
  public EditionStatistics {
    provisions = List.copyOf(provisions);
  }
}
