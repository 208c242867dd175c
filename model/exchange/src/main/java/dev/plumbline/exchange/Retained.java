package dev.plumbline.exchange;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the dossier says of one table and the file does not; an import never removes it. */
final class Retained {
  private static final int MOST_SHOWN = 5;

  private final String table;
  private final List<String> all = new ArrayList<>();
  private Optional<Place> first = Optional.empty();

  Retained(String table) {
    this.table = table;
  }

  /**
   * A cell or a row that stays.
   *
   * @param place where the file is empty
   * @param where where the dossier says something
   */
  void add(Place place, String what, Place where) {
    first = first.or(() -> Optional.of(place));
    all.add(what + " (" + where + ")");
  }

  /** One problem for all of the table; none if nothing stays. */
  void tell(Problems problems) {
    if (all.isEmpty()) {
      return;
    }
    int n = all.size();
    String more = n > MOST_SHOWN ? ", and " + (n - MOST_SHOWN) + " more" : "";
    problems.warning(
        "PLB-9540",
        first.orElseThrow(),
        table
            + ": the file is empty where the dossier says something; it stays: "
            + String.join(", ", all.subList(0, Math.min(n, MOST_SHOWN)))
            + more
            + ".",
        "Remove it from the dossier by hand if it does not hold any more.");
  }
}
