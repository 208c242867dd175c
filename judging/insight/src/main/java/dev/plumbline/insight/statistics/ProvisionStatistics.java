package dev.plumbline.insight.statistics;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.judging.Conclusion;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What may be told of a provision over many products.
 *
 * @param answers share of all products by what became of it; an answer that no product has is
 *     absent
 * @param passes share of those products that pass, by what stands behind it
 * @param undecided share of those products that are undecided, by whether nothing but a person's
 *     confirmation of a search is missing
 * @param absences share of those products to which it does not apply, by the condition or feature
 *     that is missing
 * @param effort median time that people's decisions on it took; empty where too few makers have one
 */
public record ProvisionStatistics(
    ProvisionId provision,
    boolean mandatory,
    Map<ProvisionOutcome, Share> answers,
    Map<Conclusion, Share> passes,
    Map<Conclusion, Share> undecided,
    Map<String, Share> absences,
    Optional<Duration> effort) {
  public ProvisionStatistics {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    passes = Collections.unmodifiableMap(new LinkedHashMap<>(passes));
    undecided = Collections.unmodifiableMap(new LinkedHashMap<>(undecided));
    absences = Collections.unmodifiableMap(new LinkedHashMap<>(absences));
  }
}
