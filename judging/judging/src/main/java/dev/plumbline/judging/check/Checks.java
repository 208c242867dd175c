package dev.plumbline.judging.check;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.UnitId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** The checks that there are, by the unit that each decides in each edition. Immutable. */
public final class Checks {
  private final Map<EditionId, Map<UnitId, Check>> byUnit;
  private final List<Check> all;

  private Checks(List<Check> all, Map<EditionId, Map<UnitId, Check>> byUnit) {
    this.all = all;
    this.byUnit = byUnit;
  }

  /** The checks found through {@link ServiceLoader}. */
  public static Checks load() {
    return of(ServiceLoader.load(Check.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * These checks.
   *
   * @throws IllegalArgumentException if a check binds no unit, or two checks bind the same one
   */
  public static Checks of(Collection<? extends Check> checks) {
    Map<EditionId, Map<UnitId, Check>> byUnit = new EnumMap<>(EditionId.class);
    Map<UnitId, Check> v211 = new HashMap<>();
    Map<UnitId, Check> v313 = new HashMap<>();
    for (Check check : checks) {
      Decides decides = check.getClass().getAnnotation(Decides.class);
      if (decides == null || decides.v211().length + decides.v313().length == 0) {
        throw new IllegalArgumentException(name(check) + " is bound to no test unit by @Decides");
      }
      bind(v211, decides.v211(), check);
      bind(v313, decides.v313(), check);
    }
    byUnit.put(EditionId.V2_1_1, Map.copyOf(v211));
    byUnit.put(EditionId.V3_1_3, Map.copyOf(v313));
    return new Checks(List.copyOf(checks), byUnit);
  }

  /** The check that decides the unit in that edition. */
  public Optional<Check> check(UnitId unit, EditionId edition) {
    return Optional.ofNullable(units(edition).get(unit));
  }

  /** The units that some check decides in that edition. */
  public Set<UnitId> decided(EditionId edition) {
    return units(edition).keySet();
  }

  /** All checks, in the order given. */
  public List<Check> all() {
    return all;
  }

  /** The name of a check for people: its class, which is a proposition. */
  public static String name(Check check) {
    return check.getClass().getSimpleName();
  }

  /** Whether a check can refute its units only, and a person decides what it does not refute. */
  public static boolean refutesOnly(Check check) {
    Decides decides = check.getClass().getAnnotation(Decides.class);
    return decides != null && decides.refutesOnly();
  }

  private Map<UnitId, Check> units(EditionId edition) {
    return byUnit.getOrDefault(edition, Map.of());
  }

  private static void bind(Map<UnitId, Check> units, String[] ids, Check check) {
    for (String id : ids) {
      Check other = units.putIfAbsent(new UnitId(id), check);
      if (other != null) {
        throw new IllegalArgumentException(
            "Two checks decide " + id + ": " + name(other) + " and " + name(check));
      }
    }
  }
}
