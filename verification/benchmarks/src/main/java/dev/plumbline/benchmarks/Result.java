package dev.plumbline.benchmarks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark gave.
 *
 * @param raw every single measurement, by name, and what was compared
 */
record Result(List<Row> rows, Map<String, Object> raw) {
  Result {
    rows = List.copyOf(rows);
    raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
  }
}
