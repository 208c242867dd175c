package dev.plumbline.insight.comparison;

import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What two results are compared by. One of them usually comes from a file of before, so that this
 * holds no type that a file could not give.
 *
 * @param edition version of EN 303 645
 * @param model manufacturer and model, to see whether both results are of one product
 * @param softwareVersion of the product
 * @param facts digests of catalogue and crypto policy; where they differ, a verdict can differ for
 *     that reason alone
 * @param verdict over all
 * @param provisions what became of each provision, by id
 * @param items what became of each test item, by its printed id
 */
public record ResultSnapshot(
    String edition,
    String model,
    String softwareVersion,
    String facts,
    Verdict verdict,
    Map<String, ProvisionStand> provisions,
    Map<String, ItemStand> items) {
  public ResultSnapshot {
    provisions = Collections.unmodifiableMap(new LinkedHashMap<>(provisions));
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /**
   * A provision.
   *
   * @param verdict empty for a recommendation declined with a reason
   * @param reason why, where the cases alone do not say so
   */
  public record ProvisionStand(Optional<Verdict> verdict, String reason) {}

  /**
   * A test item.
   *
   * @param provision that its unit tests
   * @param executed whether anything was looked at
   * @param evidenced whether it can be traced to evidence
   * @param stale whether a person's decision on it no longer counts
   * @param reason of its finding
   */
  public record ItemStand(
      String provision,
      Verdict verdict,
      boolean executed,
      boolean evidenced,
      boolean stale,
      String reason) {}

  public static ResultSnapshot of(Assessment result) {
    Map<String, ProvisionStand> provisions = new LinkedHashMap<>();
    Map<String, ItemStand> items = new LinkedHashMap<>();
    result.groups().forEach(g -> provisions.put(g.provision().id().value(), stand(g)));
    result.items().forEach(i -> items.put(i.item().id().toString(), stand(i)));
    return new ResultSnapshot(
        result.catalogue().edition().id().version(),
        model(result.product().manufacturer(), result.product().model()),
        result.product().softwareVersion(),
        facts(result.catalogue().digest().hex(), result.policy().digest().hex()),
        result.verdict(),
        provisions,
        items);
  }

  /** The form of {@link #model()}. */
  public static String model(String manufacturer, String model) {
    return manufacturer + ", " + model;
  }

  /** The form of {@link #facts()}. */
  public static String facts(String catalogueDigest, String policyDigest) {
    return catalogueDigest + " " + policyDigest;
  }

  private static ProvisionStand stand(GroupResult group) {
    return new ProvisionStand(group.verdict(), group.reason());
  }

  private static ItemStand stand(Judged item) {
    return new ItemStand(
        item.item().id().unit().provision().value(),
        item.verdict(),
        item.executed(),
        item.evidenced(),
        item.stale(),
        item.finding().reason());
  }
}
