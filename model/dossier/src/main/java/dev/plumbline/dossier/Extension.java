package dev.plumbline.dossier;

import dev.plumbline.core.Place;
import dev.plumbline.core.UnitId;
import java.util.List;
import java.util.Optional;

/**
 * That a product is a variant of another, as its product.yaml says: {@code extends}.
 *
 * @param dossier the base's directory, relative to the variant's, such as {@code ../smart-camera}
 * @param because why what is declared of the base is true of the variant
 * @param differs what is another in the variant, in the maker's words
 * @param carries results of the base that count for the variant; none but these do
 * @param withdraws rows of the base that the variant does not have
 */
public record Extension(
    String dossier,
    String because,
    List<String> differs,
    List<Carried> carries,
    List<Withdrawn> withdraws,
    Place place) {
  public Extension {
    differs = List.copyOf(differs);
    carries = List.copyOf(carries);
    withdraws = List.copyOf(withdraws);
  }

  /**
   * Results that carry over, and why.
   *
   * @param results sections, provisions or test units, such as {@code 5.5}, {@code 5.5-1} and
   *     {@code 5.5-1-2a}
   */
  public record Carried(List<Result> results, String because, Place place) {
    public Carried {
      results = List.copyOf(results);
    }

    boolean covers(UnitId unit) {
      return results.stream().anyMatch(r -> r.covers(unit));
    }
  }

  /**
   * A part of the standard whose results carry over.
   *
   * @param id of a section, provision or test unit
   */
  public record Result(String id, Place place) {
    /** Whether the results of a test unit are among it. */
    public boolean covers(UnitId unit) {
      return id.equals(unit.value())
          || id.equals(unit.provision().value())
          || id.equals(unit.provision().section());
    }
  }

  /**
   * A row of the base that the variant does not have.
   *
   * @param row such as {@code 15-PhyIntf/PhyIntf-2}
   */
  public record Withdrawn(String row, String because, Place place) {}

  /** The statement that lets the results of a test unit carry over; empty when none does. */
  public Optional<Carried> carrying(UnitId unit) {
    return carries.stream().filter(c -> c.covers(unit)).findFirst();
  }
}
