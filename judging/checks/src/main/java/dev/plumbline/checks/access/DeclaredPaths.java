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
record DeclaredPaths(Map<String, Set<String>> byService) {
  static DeclaredPaths of(Facts facts) {
    return facts.declared(DeclaredPaths.class, DeclaredPaths::read);
  }

  private static DeclaredPaths read(Dossier dossier) {
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
    return new DeclaredPaths(byService);
  }

  Set<String> at(String service) {
    return byService.getOrDefault(service, Set.of());
  }
}
