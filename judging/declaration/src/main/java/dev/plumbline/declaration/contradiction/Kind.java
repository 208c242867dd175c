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
record Kind(String id, Function<Paper, Stream<Pair>> look) {

  /** Two places that speak against each other. */
  record Pair(Quote one, Quote other) {}

  Stream<Contradiction> in(Paper paper) {
    return look.apply(paper).map(p -> new Contradiction(id, p.one(), p.other()));
  }

  /** Two cells of the same entry. */
  static Kind within(String id, TableRole role, Says one, Says other) {
    return within(id, one, other, role);
  }

  /** Two cells of the same entry, in several tables. */
  static Kind within(String id, Says one, Says other, TableRole... roles) {
    return new Kind(
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
  static Optional<Quote> first(Paper paper, IxitEntry entry, Says... says) {
    return Arrays.stream(says).flatMap(s -> s.in(entry, paper).stream()).findFirst();
  }
}
