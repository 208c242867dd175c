package dev.plumbline.catalogue.attack;

import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.catalogue.attack.Attack.Sight;
import dev.plumbline.catalogue.attack.Attack.Vector;
import dev.plumbline.core.UnitId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the shipped attacks. */
public final class Attacks {
  private static final String ROOT = "attacks/";

  private Attacks() {}

  /** All of them, oldest first. */
  public static List<Attack> load() {
    return ids().stream().map(id -> attack(new Fields(new Resources().read(path(id))))).toList();
  }

  /** One by its id, such as {@code mirai}. */
  public static Optional<Attack> find(String id) {
    return ids().contains(id)
        ? Optional.of(attack(new Fields(new Resources().read(path(id)))))
        : Optional.empty();
  }

  private static List<String> ids() {
    return new Resources().read(ROOT + "index.yaml").texts("attacks");
  }

  private static String path(String id) {
    return ROOT + id + ".yaml";
  }

  private static Attack attack(Fields a) {
    return new Attack(
        a.need("id"),
        a.need("name"),
        a.need("firstSeen"),
        a.need("summary"),
        a.list("vectors").stream().map(Attacks::vector).toList(),
        a.texts("sources"),
        a.oneOf(Confidence.class, "confidence"));
  }

  private static Vector vector(Fields v) {
    Map<EditionId, List<UnitId>> units = new LinkedHashMap<>();
    Fields byEdition =
        v.child("units")
            .orElseThrow(() -> new CatalogueException(v.node().place() + ": units are missing"));
    for (EditionId edition : EditionId.all()) {
      units.put(edition, byEdition.units(edition.version()));
    }
    return new Vector(
        v.need("id"),
        v.need("summary"),
        v.texts("ports"),
        v.provisions("provisions"),
        units,
        v.texts("probes"),
        v.child("sight")
            .map(Attacks::sight)
            .orElseThrow(() -> new CatalogueException(v.node().place() + ": sight is missing")));
  }

  private static Sight.By by(Fields s) {
    String by = s.need("by");
    return switch (by) {
      case "login" -> Sight.By.LOGIN;
      case "surface" -> Sight.By.SURFACE;
      default ->
          throw new CatalogueException(
              s.node().place() + ": a sight is by login or by surface, not by " + by);
    };
  }

  private static Sight sight(Fields s) {
    return new Sight(
        by(s),
        s.texts("speaks"),
        s.texts("surfaces"),
        s.texts("lists"),
        s.flag("absenceCloses"),
        s.text("remains"));
  }
}
