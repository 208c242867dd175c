package dev.plumbline.declaration.contradiction;

import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One kind of contradiction.
 *
 * @param id of the problem
 * @param look finds the pairs of places
 */
record ContradictionKind(String id, Function<Paper, Stream<Pair>> look) {

  /** Two places that speak against each other. */
  record Pair(Quote one, Quote other) {}

  Stream<PaperContradiction> in(Paper paper) {
    return look.apply(paper).map(p -> new PaperContradiction(id, p.one(), p.other()));
  }

  /** Two cells of the same entry. */
  static ContradictionKind within(String id, TableRole role, CellPattern one, CellPattern other) {
    return within(id, one, other, role);
  }

  /** Two cells of the same entry, in several tables. */
  static ContradictionKind within(
      String id, CellPattern one, CellPattern other, TableRole... roles) {
    return new ContradictionKind(
        id,
        paper ->
            paper
                .rows(roles)
                .flatMap(
                    e ->
                        one.in(e, paper).stream()
                            .flatMap(o -> other.in(e, paper).stream().map(p -> new Pair(o, p)))));
  }

  /** A pair, if both places are there. */
  static Stream<Pair> pair(Optional<Quote> one, Optional<Quote> other) {
    return one.stream().flatMap(o -> other.stream().map(p -> new Pair(o, p)));
  }

  /** The first of several cells that says so. */
  static Optional<Quote> first(Paper paper, IxitEntry entry, CellPattern... says) {
    return Arrays.stream(says).flatMap(s -> s.in(entry, paper).stream()).findFirst();
  }
}
