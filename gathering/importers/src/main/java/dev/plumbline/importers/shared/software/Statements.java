package dev.plumbline.importers.shared.software;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.software.VexStatements;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers what a supplier says of vulnerabilities. */
public final class Statements {

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

  private final Kept<VexStatements.Statement> kept = new Kept<>();
  private long unclear;

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
    if (vulnerability.isBlank() || plain.isBlank()) {
      unclear++;
    } else {
      kept.add(
          new VexStatements.Statement(
              Texts.cut(vulnerability),
              Texts.some(products),
              Texts.cut(STATUSES.getOrDefault(plain, plain)),
              Texts.some(because),
              Texts.some(detail),
              Texts.some(date)));
    }
  }

  /** Nothing was said, not even something that could not be read. */
  public boolean isEmpty() {
    return kept.isEmpty() && unclear == 0;
  }

  /**
   * @param author who says it
   */
  public void tell(Reading reading, String author, String date) {
    reading.counted("statements", kept.count() + unclear, kept.all().size());
    reading.seen(
        "DUT",
        new VexStatements(
            kept.all(),
            Texts.some(author),
            Texts.some(date),
            kept.count(),
            unclear == 0 && kept.complete()));
  }
}
