package dev.plumbline.importers.shared.software;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.software.SoftwareVulnerabilities;
import java.util.Optional;

/** Gathers known vulnerabilities of the device. */
public final class Vulnerabilities {
  private final Kept<SoftwareVulnerabilities.Known> kept = new Kept<>();
  private long nameless;
  private boolean whole = true;

  public void add(Vulnerability vulnerability) {
    if (vulnerability.id().isBlank()) {
      nameless++;
    } else {
      kept.add(vulnerability.known());
    }
  }

  /** The file may have been cut without a sign, or its tool says that it did not look at all. */
  public void notWhole() {
    whole = false;
  }

  /** The file lists none, not even one without a name. */
  public boolean isEmpty() {
    return kept.isEmpty() && nameless == 0;
  }

  /**
   * Tells what was gathered. Nothing found without a sign that anything was compared with anything
   * is no answer.
   *
   * @param database what the components were compared with; empty when the file does not tell
   * @param checked how many components were; negative when the file does not tell
   */
  public void tell(Reading reading, String database, String databaseDate, long checked) {
    if (isEmpty() && (checked == 0 || (checked < 0 && database.isBlank()))) {
      reading.undetermined(
          SoftwareVulnerabilities.class,
          "DUT",
          checked == 0
              ? "not checked: the tool had no component to compare"
              : "not checked: the file does not say what was compared with which data");
      return;
    }
    reading.counted("vulnerabilities", kept.count() + nameless, kept.all().size());
    if (kept.isEmpty() && nameless > 0) {
      reading.undetermined(
          SoftwareVulnerabilities.class, "DUT", "no vulnerability of the file has an identifier");
      return;
    }
    reading.seen(
        "DUT",
        new SoftwareVulnerabilities(
            kept.all(),
            kept.count(),
            Optional.empty(),
            Texts.some(database),
            Texts.some(databaseDate),
            checked >= 0 ? Optional.of(checked) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            whole && nameless == 0 && kept.complete()));
  }
}
