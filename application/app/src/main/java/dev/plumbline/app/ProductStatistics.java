package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.CryptoPolicy;
import dev.plumbline.core.Problem;
import dev.plumbline.insight.statistics.ProductSample;
import dev.plumbline.insight.statistics.Statistics;
import dev.plumbline.judging.Assessment;
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
   * Judges each dossier and counts.
   *
   * @param k at least {@link #LEAST}
   * @param done is told after each dossier how many are done; by any thread
   */
  public static ProductStatistics of(
      List<Path> folders, PolicyChoice policy, LocalDate day, int k, IntConsumer done)
      throws InterruptedException {
    CryptoPolicy chosen = policy.policy();
    Statistics.Gathering gathering = new Statistics.Gathering();
    long unusable =
        new Survey(chosen, day)
            .of(folders, new Looking(gathering), done).stream().filter(used -> !used).count();
    return new ProductStatistics(gathering.told(k), day, chosen.id(), k, unusable);
  }

  /** Gathers each product; tells whether it could be used. */
  private record Looking(Statistics.Gathering gathering) implements Survey.Look<Boolean> {
    @Override
    public Boolean judged(Path folder, Workspace workspace, Assessment assessment) {
      gathering.add(ProductSample.of(workspace.dossier(), assessment));
      return true;
    }

    @Override
    public Boolean unusable(Path folder, List<Problem> errors) {
      return false;
    }
  }
}
