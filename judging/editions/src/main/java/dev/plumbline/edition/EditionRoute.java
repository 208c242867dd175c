package dev.plumbline.edition;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.EditionMoves;
import dev.plumbline.catalogue.EditionMoves.Displaced;
import dev.plumbline.catalogue.EditionMoves.Rows;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.ProvisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way of a declaration from one edition to the other, in either direction.
 *
 * @param moves the facts
 */
public record EditionRoute(Catalogue from, Catalogue to, EditionMoves moves) {

  /** Whether it leads to the newer edition. */
  boolean forward() {
    return to.edition().id().follows(from.edition().id());
  }

  String fromVersion() {
    return from.edition().id().version();
  }

  String toVersion() {
    return to.edition().id().version();
  }

  /** Where the rows of a table go, unless something else is said of them; empty when nowhere. */
  Optional<String> table(String id) {
    String named =
        moves.tables().stream()
            .filter(t -> (forward() ? t.older() : t.newer()).equals(id))
            .map(t -> forward() ? t.newer() : t.older())
            .findFirst()
            .orElse(id);
    return to.table(named).map(IxitTable::id);
  }

  /**
   * The rule by which a row goes to another table than the rest.
   *
   * @param cells plain values by key
   */
  Optional<Rows> rule(String table, Map<String, Object> cells) {
    return moves.rows().stream()
        .filter(r -> (forward() ? r.older() : r.newer()).equals(table))
        .filter(r -> !forward() || Boolean.TRUE.equals(cells.get(r.field())))
        .findFirst();
  }

  /** Where a rule leads. */
  String target(Rows rule) {
    return forward() ? rule.newer() : rule.older();
  }

  /** Every table that rows of a table can go to. */
  List<String> tables(String id) {
    List<String> all = new ArrayList<>(table(id).stream().toList());
    moves.rows().stream()
        .filter(r -> (forward() ? r.older() : r.newer()).equals(id))
        .map(this::target)
        .filter(t -> !all.contains(t))
        .forEach(all::add);
    return all;
  }

  /** The name of a column in the other edition; empty when it has no place there. */
  Optional<String> column(String table, String key, String target) {
    String renamed =
        moves.columns().stream()
            .filter(c -> c.table().equals(table))
            .filter(c -> (forward() ? c.older() : c.newer()).equals(key))
            .map(c -> forward() ? c.newer() : c.older())
            .findFirst()
            .orElse(key);
    return to.table(target).flatMap(t -> t.column(renamed)).map(c -> c.key());
  }

  /** Whether the edition that is left knows the column at all; a stranger is left as it is. */
  boolean known(String table, String key) {
    return from.table(table).flatMap(t -> t.column(key)).isPresent();
  }

  /** Where a person puts what a column said that has no place in its row any more. */
  Optional<String> displaced(String table, String key) {
    return moves.displaced().stream()
        .filter(d -> d.table().equals(table) && d.columns().contains(key))
        .map(Displaced::put)
        .findFirst();
  }

  /** The provisions that ask what a provision asked, in the other edition. */
  List<Provision> provisions(ProvisionId id) {
    return to.provisions().values().stream()
        .filter(
            p ->
                forward()
                    ? p.predecessor().equals(Optional.of(id))
                    : from.provision(id)
                        .flatMap(Provision::predecessor)
                        .equals(Optional.of(p.id())))
        .toList();
  }

  /** The provisions of the edition that is left that a provision stands for. */
  List<Provision> sources(ProvisionId id) {
    return from.provisions().values().stream()
        .filter(p -> provisions(p.id()).stream().anyMatch(t -> t.id().equals(id)))
        .toList();
  }

  /** What a provision asks that those of old did not; empty when their answer answers it. */
  Optional<String> asks(ProvisionId id) {
    return forward() ? Optional.ofNullable(moves.asking().get(id)) : Optional.empty();
  }
}
