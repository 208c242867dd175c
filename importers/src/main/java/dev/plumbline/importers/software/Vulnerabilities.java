package dev.plumbline.importers.software;

import dev.plumbline.importers.reading.Kept;
import dev.plumbline.importers.reading.Row;
import dev.plumbline.importing.Reading;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers {@code software.vulnerabilities} of the device. */
public final class Vulnerabilities {
  /** Key of the observation. */
  public static final String KEY = "software.vulnerabilities";

  private final Kept kept = new Kept();

  public void add(Vulnerability vulnerability) {
    if (!vulnerability.id().isBlank()) {
      kept.add(vulnerability.row());
    }
  }

  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /**
   * Tells what was gathered. Nothing found without a sign that anything was compared with anything
   * is no answer.
   *
   * @param database what the components were compared with; empty when the file does not tell
   * @param checked how many components were; negative when the file does not tell
   */
  public void tell(Reading reading, String database, String databaseDate, long checked) {
    if (kept.isEmpty() && (checked == 0 || (checked < 0 && database.isBlank()))) {
      reading.undetermined(
          KEY,
          "DUT",
          checked == 0
              ? "not checked: the tool had no component to compare"
              : "not checked: the file does not say what was compared with which data");
      return;
    }
    Row coverage = new Row().put("database", database).put("databaseDate", databaseDate);
    if (checked >= 0) {
      coverage.put("components", checked);
    }
    Map<String, Object> looked = new LinkedHashMap<>(coverage.map());
    looked.put("complete", kept.complete());
    reading.seen(
        KEY, "DUT", Map.of("known", kept.rows(), "count", kept.count()), Map.copyOf(looked));
  }
}
