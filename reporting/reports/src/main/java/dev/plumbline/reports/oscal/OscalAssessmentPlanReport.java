package dev.plumbline.reports.oscal;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** The test plan as an assessment plan. */
public final class OscalAssessmentPlanReport implements ReportFormat {
  static final String FILE = "oscal-ap.json";

  @Override
  public String id() {
    return "oscal-ap";
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public String about() {
    return "the test plan as an OSCAL assessment plan";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(AssessmentPlanTree.tree(new Oscal(assessment, context)), out);
  }
}
