package dev.plumbline.importers.software;

import dev.plumbline.importers.reading.Kept;
import dev.plumbline.importers.reading.Row;
import dev.plumbline.importing.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers {@code vex.statements}: what a supplier says of vulnerabilities. */
public final class Statements {
  /** Key of the observation. */
  public static final String KEY = "vex.statements";

  /** The words of CycloneDX and CSAF for the statuses of OpenVEX. */
  private static final Map<String, String> STATUSES =
      Map.of(
          "exploitable", "affected",
          "in_triage", "under_investigation",
          "resolved", "fixed",
          "resolved_with_pedigree", "fixed",
          "false_positive", "not_affected",
          "known_affected", "affected",
          "known_not_affected", "not_affected",
          "first_fixed", "fixed");

  private final Kept kept = new Kept();

  /**
   * @param status in the words of the file's format
   * @param because why it is so, as one of the format's reasons
   */
  public void add(
      String vulnerability,
      List<String> products,
      String status,
      String because,
      String detail,
      String date) {
    String plain = status.toLowerCase(Locale.ROOT);
    if (!vulnerability.isBlank() && !plain.isBlank()) {
      kept.add(
          new Row()
              .put("vulnerability", vulnerability)
              .put("products", products)
              .put("status", STATUSES.getOrDefault(plain, plain))
              .put("justification", because)
              .put("detail", detail)
              .put("date", date));
    }
  }

  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /**
   * @param author who says it
   */
  public void tell(Reading reading, String author, String date) {
    Map<String, Object> coverage =
        new LinkedHashMap<>(new Row().put("author", author).put("date", date).map());
    coverage.put("statements", kept.count());
    coverage.put("complete", kept.complete());
    reading.seen(KEY, "DUT", Map.of("statements", kept.rows()), Map.copyOf(coverage));
  }
}
