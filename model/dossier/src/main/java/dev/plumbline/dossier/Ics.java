package dev.plumbline.dossier;

import dev.plumbline.core.ProvisionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The implementation conformance statement.
 *
 * @param conditions by number; absent means not settled yet
 * @param features by letter; absent means not settled yet
 */
public record Ics(
    Map<String, Statement> conditions,
    Map<String, Statement> features,
    Map<ProvisionId, IcsAnswer> answers) {
  public Ics {
    conditions = ordered(conditions);
    features = ordered(features);
    answers = ordered(answers);
  }

  public Optional<IcsAnswer> answer(ProvisionId id) {
    return Optional.ofNullable(answers.get(id));
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
