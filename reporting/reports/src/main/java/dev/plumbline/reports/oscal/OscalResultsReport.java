package dev.plumbline.reports.oscal;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** The result as assessment results. */
public final class OscalResultsReport implements ReportFormat {
  static final String FILE = "oscal-ar.json";

  @Override
  public String id() {
    return "oscal-ar";
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public String about() {
    return "the result as OSCAL assessment results";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(ResultsTree.tree(new Oscal(assessment, context)), out);
  }
}
