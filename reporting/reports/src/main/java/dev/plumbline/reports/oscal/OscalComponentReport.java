package dev.plumbline.reports.oscal;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** The device as a component that claims provisions. */
public final class OscalComponentReport implements ReportFormat {
  static final String FILE = "oscal-component-definition.json";

  @Override
  public String id() {
    return "oscal-component";
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public String about() {
    return "what the device claims, as an OSCAL component definition";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(ComponentTree.tree(new Oscal(assessment, context)), out);
  }
}
