package dev.plumbline.firmware;

import dev.plumbline.dossier.Observation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of a fact, as a test compares them. */
final class Told {
  private Told() {}

  static List<Map<?, ?>> rows(Observation fact, String field) {
    return rows(java.util.Objects.requireNonNull(fact.value().get(field)));
  }

  static List<Map<?, ?>> rows(Object list) {
    return ((List<?>) list).stream().<Map<?, ?>>map(r -> (Map<?, ?>) r).toList();
  }

  /** These fields of each row, with spaces between. */
  static List<String> fields(List<Map<?, ?>> rows, String... names) {
    return rows.stream()
        .map(
            r ->
                Stream.of(names)
                    .map(n -> String.valueOf(r.get(n)))
                    .collect(Collectors.joining(" ")))
        .toList();
  }
}
