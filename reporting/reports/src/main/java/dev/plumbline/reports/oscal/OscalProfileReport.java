package dev.plumbline.reports.oscal;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** The profile that selects every provision of the edition. */
public final class OscalProfileReport implements ReportFormat {
  static final String FILE = "oscal-profile.json";

  @Override
  public String id() {
    return "oscal-profile";
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public String about() {
    return "OSCAL profile over the catalog";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(ProfileTree.tree(new Oscal(assessment, context)), out);
  }
}
