package dev.plumbline.declaration;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.declaration.problem.ProblemKind;
import dev.plumbline.declaration.problem.ProblemKinds;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the problems of one check. Messages are data; a family's file is read when needed. */
final class Found {
  private final Catalogue catalogue;
  private final Problems problems = new Problems();
  private final Map<ProblemKinds.Family, List<ProblemKind>> kinds =
      new EnumMap<>(ProblemKinds.Family.class);

  Found(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Adds a problem.
   *
   * @param id its kind
   * @param values what its message wants
   */
  void add(String id, Place place, Object... values) {
    ProblemKind kind = kind(id);
    problems.add(
        new Problem(
            id,
            kind.severity(),
            place,
            ProblemKind.fill(kind.what(), values),
            ProblemKind.fill(ProblemKind.named(kind.remedy(), catalogue), values)));
  }

  List<Problem> sorted() {
    return problems.sorted();
  }

  private ProblemKind kind(String id) {
    return kinds.computeIfAbsent(ProblemKinds.Family.of(id), f -> f.read().kinds()).stream()
        .filter(k -> k.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("undocumented kind of problem: " + id));
  }
}
