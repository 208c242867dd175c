package dev.plumbline.catalogue;

import dev.plumbline.core.UnitId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How the editions hang together. */
public final class Editions {
  /** Read on first use: only the few who ask for guidance of an older edition pay for it. */
  private static final Map<EditionId, Map<UnitId, UnitId>> UNCHANGED = new ConcurrentHashMap<>();

  private Editions() {}

  /**
   * A unit of the next edition.
   *
   * @param edition that it is in
   */
  public record Successor(EditionId edition, UnitId unit) {}

  /**
   * The unit of the next edition that carries the same check as a unit of this one.
   *
   * @return empty when the unit changed or went away, and in the newest edition
   */
  public static Optional<Successor> successor(EditionId edition, UnitId older) {
    return edition.successors().stream()
        .flatMap(
            next ->
                Optional.ofNullable(UNCHANGED.computeIfAbsent(next, Editions::unchanged).get(older))
                    .map(unit -> new Successor(next, unit))
                    .stream())
        .findFirst();
  }

  private static Map<UnitId, UnitId> unchanged(EditionId edition) {
    Resources files = new Resources();
    String standard = "standards/en303645/" + edition.version() + "/";
    String tests = "standards/ts103701/" + edition.testVersion() + "/";
    Map<UnitId, UnitId> unchanged = new LinkedHashMap<>();
    for (Fields section : new Fields(files.read(standard + "edition.yaml")).list("sections")) {
      new Fields(files.read(tests + "groups/" + section.need("id") + ".yaml"))
          .list("groups").stream()
              .flatMap(g -> g.list("cases").stream())
              .flatMap(c -> c.list("units").stream())
              .filter(u -> u.text("sincePrevious").equals("same"))
              .forEach(
                  u ->
                      u.optional("predecessor")
                          .ifPresent(p -> unchanged.put(new UnitId(p), new UnitId(u.need("id")))));
    }
    return Map.copyOf(unchanged);
  }
}
