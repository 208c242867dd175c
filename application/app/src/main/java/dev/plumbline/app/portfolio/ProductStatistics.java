package dev.plumbline.app.portfolio;

import dev.plumbline.app.PolicyChoice;
import dev.plumbline.insight.statistics.Statistics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Anonymous statistics over the products of many dossiers.
 *
 * @param day everything is judged for it
 * @param policy the id of the crypto policy
 * @param k fewest makers behind a number that is shown
 * @param unusable how many dossiers have errors and are left out
 */
public record ProductStatistics(
    Statistics statistics, LocalDate day, String policy, int k, long unusable) {
  /** The least that k may be: fewer makers behind a number are not anonymous. */
  public static final int LEAST = Statistics.LEAST_K;

  /**
   * Counts over the result of each dossier: the stored one where that is still right, else it is
   * judged.
   *
   * @param k at least {@link #LEAST}
   * @param done is told after each dossier how many are done; by any thread
   * @throws IOException if a dossier cannot be read
   */
  public static ProductStatistics of(
      ResultIndex index,
      List<Path> folders,
      PolicyChoice policy,
      LocalDate day,
      int k,
      IntConsumer done)
      throws IOException, InterruptedException {
    Statistics.Gathering gathering = new Statistics.Gathering();
    List<Boolean> used =
        new Survey(index, policy, day).of(folders, l -> use(l.result(), gathering), done);
    return new ProductStatistics(
        gathering.told(k), day, policy.policy().id(), k, used.stream().filter(u -> !u).count());
  }

  private static boolean use(StoredResult result, Statistics.Gathering gathering) {
    boolean usable = result.errors() == 0 && result.sample().isPresent();
    if (usable) {
      result.sample().ifPresent(gathering::add);
    }
    return usable;
  }
}
