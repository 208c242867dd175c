package dev.plumbline.catalogue.attack;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.attack.Attack.Sight;
import dev.plumbline.catalogue.attack.Attack.Vector;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses attacks that name what does not exist. Problems: {@code PLB-9012} unknown provision,
 * {@code PLB-9013} unknown unit, {@code PLB-9014} a port that is none, {@code PLB-9008} a text that
 * stands twice, {@code PLB-9015} a provision without a unit that tests it, {@code PLB-9016} a
 * vector that nothing can decide, or that does not say what a negative answer leaves open.
 */
public final class AttackLinter {
  private AttackLinter() {}

  /**
   * Everything wrong with the attacks.
   *
   * @param editions all editions that ship
   */
  public static List<Problem> lint(List<Attack> attacks, Map<EditionId, Catalogue> editions) {
    Problems problems = new Problems();
    Set<String> texts = new HashSet<>();
    for (Attack attack : attacks) {
      Place place = Place.of("attacks/" + attack.id() + ".yaml");
      for (Vector vector : attack.vectors()) {
        String name = attack.id() + " " + vector.id();
        if (!texts.add(vector.summary())) {
          problems.error(
              "PLB-9008", place, name + " says what another vector says.", "Tell them apart.");
        }
        vector.ports().stream()
            .filter(p -> !p.matches("(tcp|udp)/\\d{1,5}"))
            .forEach(p -> problems.error("PLB-9014", place, p + " is no port.", "Write tcp/23."));
        sight(name, vector.sight(), place, problems);
        provisions(vector, editions, place, problems);
        vector.units().forEach((e, units) -> units(units, editions.get(e), place, problems));
      }
    }
    return problems.sorted();
  }

  private static void sight(String name, Sight sight, Place place, Problems problems) {
    boolean surface = sight.by() == Sight.By.SURFACE;
    boolean login = sight.by() == Sight.By.LOGIN;
    boolean opens =
        (surface && !sight.surfaces().isEmpty()) || (login && !sight.speaks().isEmpty());
    if (!opens) {
      problems.error(
          "PLB-9016",
          place,
          name + " is opened by nothing that is observed.",
          "Name surfaces where it is seen by surface, or what it speaks where by login.");
    }
    boolean closes = surface ? sight.absenceCloses() : !sight.lists().isEmpty();
    if (closes == !sight.remains().isBlank()) {
      problems.error(
          "PLB-9016",
          place,
          name + " does not say whether a negative answer closes it.",
          "Say in 'remains' what such an answer leaves open, or that it closes the vector.");
    }
  }

  private static void provisions(
      Vector vector, Map<EditionId, Catalogue> editions, Place place, Problems problems) {
    for (ProvisionId id : vector.provisions()) {
      if (editions.values().stream().allMatch(c -> c.provision(id).isEmpty())) {
        problems.error(
            "PLB-9012", place, "No edition has provision " + id + ".", "Correct the number.");
        continue;
      }
      boolean tested =
          vector.units().values().stream()
              .flatMap(List::stream)
              .anyMatch(u -> u.provision().equals(id));
      if (!tested) {
        problems.error(
            "PLB-9015", place, "No unit of the vector tests " + id + ".", "Name the unit.");
      }
    }
  }

  private static void units(
      List<UnitId> units,
      @org.jspecify.annotations.Nullable Catalogue catalogue,
      Place place,
      Problems problems) {
    for (UnitId id : units) {
      if (catalogue == null || catalogue.unit(id).isEmpty()) {
        problems.error("PLB-9013", place, "The edition has no unit " + id + ".", "Correct it.");
      }
    }
  }
}
