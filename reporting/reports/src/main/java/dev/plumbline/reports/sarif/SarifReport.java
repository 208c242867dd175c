package dev.plumbline.reports.sarif;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/**
 * SARIF 2.1.0 for code hosts and viewers: a rule a test unit with our guidance as its help, a
 * result for each item that fails ({@code kind: fail}) and for each that is not decided ({@code
 * open}, or {@code review} where a person decides). Passes are not told: several viewers list every
 * result as an alert.
 */
public final class SarifReport implements ReportFormat {
  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public String fileName() {
    return "result.sarif";
  }

  @Override
  public String about() {
    return "failures and open items as SARIF 2.1.0, for code hosts";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(new SarifLog(assessment, context).tree(), out);
  }
}
