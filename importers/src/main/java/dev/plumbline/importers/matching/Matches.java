package dev.plumbline.importers.matching;

import dev.plumbline.importers.reading.Kept;
import dev.plumbline.importers.reading.Row;
import dev.plumbline.importers.software.Vulnerabilities;
import dev.plumbline.importers.software.Vulnerability;
import dev.plumbline.importing.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what the data says of the components that the dossier knows. */
public final class Matches {
  private final List<Part> parts;
  private final Set<Part> compared = new HashSet<>();
  private final Kept known = new Kept();
  private final Kept undecided = new Kept();
  private long records;

  public Matches(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  public List<Part> parts() {
    return parts;
  }

  /** Counts a record of the data. */
  public void record() {
    records++;
  }

  /** Notes that the data is of a kind that would name this component. */
  public void compared(Part part) {
    compared.add(part);
  }

  /**
   * @param vulnerability of the component, with its version
   */
  public void answer(Answer answer, Vulnerability vulnerability, String why) {
    switch (answer) {
      case AFFECTED -> known.add(vulnerability.row());
      case UNKNOWN -> undecided.add(vulnerability.row().put("why", why));
      case NOT_AFFECTED -> {}
    }
  }

  /**
   * Tells what was gathered; without components, or data that would name one, nothing was checked.
   */
  public void tell(Reading reading, String database, String databaseDate) {
    if (parts.isEmpty() || compared.isEmpty()) {
      reading.undetermined(
          Vulnerabilities.KEY,
          "DUT",
          parts.isEmpty()
              ? "not checked: the dossier knows no component; import a component list first"
              : "not checked: the data is of no kind that names a component of the dossier");
      return;
    }
    reading.seen(
        Vulnerabilities.KEY,
        "DUT",
        Map.of("known", known.rows(), "count", known.count(), "undecided", undecided.rows()),
        new Row()
            .put("database", database)
            .put("databaseDate", databaseDate)
            .put("records", records)
            .put("components", compared.size())
            .put("notCompared", parts.size() - compared.size())
            .put("complete", known.complete() && undecided.complete() && Part.allKnown(reading))
            .map());
  }
}
