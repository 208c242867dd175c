package dev.plumbline.judging.check;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.UnitQuestion;
import dev.plumbline.core.UnitId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The checks that there are, by their ids. Which unit each decides is said by the edition, in its
 * {@code questions.yaml}. Immutable.
 */
public final class Checks {
  private static final String WORDS = "(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])";

  private final Map<String, Check> byId;

  private Checks(Map<String, Check> byId) {
    this.byId = byId;
  }

  /** The checks found through {@link ServiceLoader}. */
  public static Checks load() {
    return of(ServiceLoader.load(Check.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * These checks.
   *
   * @throws IllegalArgumentException if two have one id
   */
  public static Checks of(Collection<? extends Check> checks) {
    Map<String, Check> byId = new LinkedHashMap<>();
    for (Check check : checks) {
      if (byId.putIfAbsent(id(check), check) != null) {
        throw new IllegalArgumentException("Two checks are called " + id(check) + ".");
      }
    }
    return new Checks(byId);
  }

  /** The check that decides the unit in that edition. */
  public Optional<Check> check(UnitId unit, Catalogue catalogue) {
    return catalogue
        .question(unit)
        .flatMap(UnitQuestion::check)
        .flatMap(id -> Optional.ofNullable(byId.get(id)));
  }

  /** The units that some check decides in that edition. */
  public Set<UnitId> decided(Catalogue catalogue) {
    Set<UnitId> units = new LinkedHashSet<>();
    catalogue.questions().keySet().stream()
        .filter(u -> check(u, catalogue).isPresent())
        .forEach(units::add);
    return units;
  }

  /** The units that the check decides in that edition, in the order of the edition. */
  public List<UnitId> units(Check check, Catalogue catalogue) {
    String id = id(check);
    return catalogue.questions().values().stream()
        .filter(q -> q.check().filter(id::equals).isPresent())
        .map(UnitQuestion::unit)
        .toList();
  }

  /**
   * These checks, if each that the edition names is among them.
   *
   * @throws CatalogueException at the line that names a check that there is not
   */
  public Checks complete(Catalogue catalogue) {
    for (UnitQuestion question : catalogue.questions().values()) {
      question
          .check()
          .filter(id -> !byId.containsKey(id))
          .ifPresent(
              id -> {
                throw new CatalogueException(
                    question.place(),
                    "no check is called '" + id + "', as " + question.unit() + " says");
              });
    }
    return this;
  }

  /** All checks, in the order given. */
  public List<Check> all() {
    return List.copyOf(byId.values());
  }

  /** The name of a check for people: its class, which is a proposition. */
  public static String name(Check check) {
    return check.getClass().getSimpleName();
  }

  /** The name by which editions call a check, such as {@code open-ports-are-declared}. */
  public static String id(Check check) {
    return String.join("-", name(check).split(WORDS, -1)).toLowerCase(Locale.ROOT);
  }
}
