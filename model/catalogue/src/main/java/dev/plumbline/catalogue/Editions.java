package dev.plumbline.catalogue;

import dev.plumbline.core.UnitId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the two editions hang together. */
public final class Editions {
  private static final String TESTS = "standards/ts103701/" + EditionId.V3_1_3.testVersion() + "/";
  private static final String STANDARD = "standards/en303645/" + EditionId.V3_1_3.version() + "/";

  private Editions() {}

  /**
   * The unit of V2.1.1 that carries the same check as a unit of V1.1.1.
   *
   * @return empty when the unit changed or went away
   */
  public static Optional<UnitId> successor(UnitId older) {
    return Optional.ofNullable(Unchanged.BY_OLDER.get(older));
  }

  /** Read on first use: only the few who ask for guidance of the older edition pay for it. */
  private static final class Unchanged {
    static final Map<UnitId, UnitId> BY_OLDER = Map.copyOf(read());

    private static Map<UnitId, UnitId> read() {
      Resources files = new Resources();
      Map<UnitId, UnitId> unchanged = new LinkedHashMap<>();
      for (Fields section : new Fields(files.read(STANDARD + "edition.yaml")).list("sections")) {
        new Fields(files.read(TESTS + "groups/" + section.need("id") + ".yaml"))
            .list("groups").stream()
                .flatMap(g -> g.list("cases").stream())
                .flatMap(c -> c.list("units").stream())
                .filter(u -> u.text("sincePrevious").equals("same"))
                .forEach(
                    u ->
                        u.optional("predecessor")
                            .ifPresent(
                                p -> unchanged.put(new UnitId(p), new UnitId(u.need("id")))));
      }
      return unchanged;
    }
  }
}
