package dev.plumbline.catalogue.attack;

import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import java.util.List;
import java.util.Map;

/**
 * A publicly reported botnet and the ways it spread.
 *
 * @param firstSeen year and month as reported
 */
public record Attack(
    String id,
    String name,
    String firstSeen,
    String summary,
    List<Vector> vectors,
    List<String> sources,
    Confidence confidence) {
  public Attack {
    vectors = List.copyOf(vectors);
    sources = List.copyOf(sources);
  }

  /**
   * One way in.
   *
   * @param ports where it knocks, such as {@code tcp/23}
   * @param provisions the provisions that close it
   * @param units by edition, the units that test those
   * @param probes the probes that see it; empty when none does yet
   * @param sight what decides for a product whether the way is open
   */
  public record Vector(
      String id,
      String summary,
      List<String> ports,
      List<ProvisionId> provisions,
      Map<EditionId, List<UnitId>> units,
      List<String> probes,
      Sight sight) {
    public Vector {
      ports = List.copyOf(ports);
      provisions = List.copyOf(provisions);
      units = Map.copyOf(units);
      probes = List.copyOf(probes);
    }
  }

  /**
   * How what was observed of a product decides whether a vector is open. A port of the vector that
   * refuses connections closes it there, whatever else holds.
   *
   * @param by what opens it
   * @param speaks protocols that the attack speaks; a service that was identified as another closes
   *     it at its port; empty for any
   * @param surfaces surfaces that open it, where it is opened {@link By#SURFACE}
   * @param lists lists of logins that close it when all of one were refused, where it is opened
   *     {@link By#LOGIN}
   * @param absenceCloses whether it is closed where none of the surfaces is found
   * @param remains what a negative answer leaves open; empty when it closes the vector
   */
  public record Sight(
      By by,
      List<String> speaks,
      List<String> surfaces,
      List<String> lists,
      boolean absenceCloses,
      String remains) {
    /** What opens a vector. */
    public enum By {
      /** A published login that is accepted. */
      LOGIN,
      /** A surface that is found. */
      SURFACE
    }

    public Sight {
      speaks = List.copyOf(speaks);
      surfaces = List.copyOf(surfaces);
      lists = List.copyOf(lists);
    }
  }
}
