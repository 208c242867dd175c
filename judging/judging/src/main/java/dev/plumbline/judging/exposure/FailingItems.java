package dev.plumbline.judging.exposure;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.core.Finding;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.util.List;

/**
 * The items of an assessment that fail, with the known attacks that use them. Every command that
 * tells of failures takes them from here, so that all name the same items in the same words.
 *
 * @param all in the order of the standard
 */
public record FailingItems(List<Judged> all, List<Attack> attacks, EditionId edition) {
  public FailingItems {
    all = List.copyOf(all);
    attacks = List.copyOf(attacks);
  }

  public static FailingItems of(Assessment result, List<Attack> attacks) {
    return new FailingItems(
        result.items().filter(i -> i.finding() instanceof Finding.Violated).toList(),
        attacks,
        result.catalogue().edition().id());
  }

  /** What fails of the units that test a way in. */
  public List<Judged> of(Attack.Vector vector) {
    List<UnitId> units = units(vector);
    return all.stream().filter(i -> units.contains(i.item().unit().id())).toList();
  }

  /** Names of the attacks that use what the item tests. */
  public List<String> attacksOn(Judged item) {
    return attacks.stream()
        .filter(a -> a.vectors().stream().anyMatch(v -> units(v).contains(item.item().unit().id())))
        .map(Attack::name)
        .toList();
  }

  private List<UnitId> units(Attack.Vector vector) {
    return vector.units().getOrDefault(edition, List.of());
  }
}
