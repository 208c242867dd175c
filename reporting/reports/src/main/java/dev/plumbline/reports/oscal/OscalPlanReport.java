package dev.plumbline.reports.oscal;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** The declaration as a system security plan. */
public final class OscalPlanReport implements ReportFormat {
  static final String FILE = "oscal-ssp.json";

  @Override
  public String id() {
    return "oscal-ssp";
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public String about() {
    return "the declaration as an OSCAL system security plan";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(SecurityPlanTree.tree(new Oscal(assessment, context)), out);
  }
}
