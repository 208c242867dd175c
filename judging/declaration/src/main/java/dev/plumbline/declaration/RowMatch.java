package dev.plumbline.declaration;

import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Picks entries of a table by what they say. An absent cell matches nothing: silence is no answer.
 *
 * @param where for each column, the values of which one has to stand there
 * @param filled columns that have to be filled
 * @param empty columns that have to be absent or empty
 */
record RowMatch(Map<String, List<String>> where, List<String> filled, List<String> empty) {
  RowMatch {
    filled = List.copyOf(filled);
    empty = List.copyOf(empty);
  }

  static RowMatch of(Mapping node) {
    return new RowMatch(
        ShippedData.lists(node, "where"), node.texts("filled"), node.texts("empty"));
  }

  boolean matches(IxitEntry entry) {
    return where.entrySet().stream().allMatch(w -> says(entry, w.getKey(), w.getValue()))
        && filled.stream().allMatch(k -> DatedDossier.filled(entry, k).isPresent())
        && empty.stream().allMatch(k -> DatedDossier.filled(entry, k).isEmpty());
  }

  private static boolean says(IxitEntry entry, String key, List<String> values) {
    return DatedDossier.filled(entry, key).filter(c -> said(c, values)).isPresent();
  }

  private static boolean said(Cell cell, List<String> values) {
    return DatedDossier.values(cell).stream()
        .map(v -> v.toLowerCase(Locale.ROOT))
        .anyMatch(v -> values.stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).equals(v)));
  }
}
