package dev.plumbline.reports.oscal;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** What fails or is open, as a plan of action. */
public final class OscalActionsReport implements ReportFormat {
  static final String FILE = "oscal-poam.json";

  @Override
  public String id() {
    return "oscal-poam";
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public String about() {
    return "what fails or is open, as an OSCAL plan of action";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(ActionsTree.tree(new Oscal(assessment, context)), out);
  }
}
