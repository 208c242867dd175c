package dev.plumbline.importers.shared.matching;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importers.shared.software.Vulnerability;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.software.SoftwareVulnerabilities;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what the data says of the components that the dossier knows. */
public final class Matches {
  private final List<KnownComponent> parts;
  private final Set<KnownComponent> compared = new HashSet<>();
  private final Kept<SoftwareVulnerabilities.Known> known = new Kept<>();
  private final Kept<SoftwareVulnerabilities.Undecided> undecided = new Kept<>();
  private long records;

  public Matches(List<KnownComponent> parts) {
    this.parts = List.copyOf(parts);
  }

  public List<KnownComponent> parts() {
    return parts;
  }

  /** Counts a record of the data. */
  public void record() {
    records++;
  }

  /** Notes that the data is of a kind that would name this component. */
  public void compared(KnownComponent part) {
    compared.add(part);
  }

  /**
   * @param vulnerability of the component, with its version
   */
  public void answer(AffectedStatus answer, Vulnerability vulnerability, String why) {
    switch (answer) {
      case AFFECTED -> known.add(vulnerability.known());
      case UNKNOWN -> undecided.add(vulnerability.undecided(why));
      case NOT_AFFECTED -> {}
    }
  }

  /**
   * Tells what was gathered; without components, or data that would name one, nothing was checked.
   */
  public void tell(Reading reading, String database, String databaseDate) {
    if (parts.isEmpty() || compared.isEmpty()) {
      reading.undetermined(
          SoftwareVulnerabilities.class,
          "DUT",
          parts.isEmpty()
              ? "not checked: the dossier knows no component; import a component list first"
              : "not checked: the data is of no kind that names a component of the dossier");
      return;
    }
    reading.counted(
        "vulnerabilities",
        known.count() + undecided.count(),
        known.all().size() + undecided.all().size());
    reading.seen(
        "DUT",
        new SoftwareVulnerabilities(
            known.all(),
            known.count(),
            Optional.of(undecided.all()),
            Texts.some(database),
            Texts.some(databaseDate),
            Optional.of((long) compared.size()),
            Optional.of((long) parts.size() - compared.size()),
            Optional.of(records),
            Optional.empty(),
            known.complete() && undecided.complete() && KnownComponent.allKnown(reading)));
  }
}
