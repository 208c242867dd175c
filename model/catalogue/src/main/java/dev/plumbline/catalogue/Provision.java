package dev.plumbline.catalogue;

import dev.plumbline.core.ProvisionId;
import java.util.List;
import java.util.Optional;

/**
 * A provision of EN 303 645 with its row of Table B.1.
 *
 * @param id its number
 * @param title short name in our words
 * @param clause clause that it stands in
 * @param mandatory M rather than R
 * @param printedStatus the status as printed, such as {@code M C (5)}
 * @param conditions numbers of the conditions that all have to hold for it to apply
 * @param features letters of the features that all have to be present; V3.1.3 only
 * @param naAllowed whether N/A is a possible answer
 * @param inTableB1 whether Table B.1 has a row for it; a provision without one cannot be answered
 *     and always applies
 * @param predecessor its number in V2.1.1, where it has one
 * @param summary what it asks, in our words
 * @param keywords for search
 * @param note what to know about its conditions
 * @param source keys of the sources, see the provenance of the edition
 */
public record Provision(
    ProvisionId id,
    String title,
    String clause,
    boolean mandatory,
    String printedStatus,
    List<Integer> conditions,
    List<String> features,
    boolean naAllowed,
    boolean inTableB1,
    Optional<ProvisionId> predecessor,
    String summary,
    List<String> keywords,
    String note,
    String source,
    Confidence confidence) {
  public Provision {
    conditions = List.copyOf(conditions);
    features = List.copyOf(features);
    keywords = List.copyOf(keywords);
  }

  /** Whether it depends on a condition or a feature at all. */
  public boolean isConditional() {
    return !conditions.isEmpty() || !features.isEmpty();
  }
}
