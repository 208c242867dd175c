package dev.plumbline.checks.access;

import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.fact.Facts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The paths that rows of the IXIT declare, of whatever table.
 *
 * @param byService by each service that the row names, such as {@code tcp/443}
 */
record RowPaths(Map<String, Set<String>> byService) {
  static RowPaths of(Facts facts) {
    return facts.declared(RowPaths.class, RowPaths::read);
  }

  private static RowPaths read(Dossier dossier) {
    Map<String, Set<String>> byService = new HashMap<>();
    for (List<IxitEntry> rows : dossier.ixit().tables().values()) {
      for (IxitEntry row : rows) {
        List<String> paths = row.texts("paths");
        if (!paths.isEmpty()) {
          row.texts("endpoints")
              .forEach(s -> byService.computeIfAbsent(s, k -> new HashSet<>()).addAll(paths));
        }
      }
    }
    return new RowPaths(byService);
  }

  Set<String> at(String service) {
    return byService.getOrDefault(service, Set.of());
  }
}
