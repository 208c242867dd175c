package dev.plumbline.reports.oscal;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** The edition as a catalog: a control a provision, an objective a test unit. */
public final class OscalCatalogReport implements ReportFormat {
  static final String FILE = "oscal-catalog.json";

  @Override
  public String id() {
    return "oscal-catalog";
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public String about() {
    return "the edition as an OSCAL catalog";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(CatalogTree.tree(new Oscal(assessment, context)), out);
  }
}
