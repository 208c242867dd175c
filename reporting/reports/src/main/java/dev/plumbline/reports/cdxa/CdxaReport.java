package dev.plumbline.reports.cdxa;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** The assessment as CycloneDX 1.6 declarations. */
public final class CdxaReport implements ReportFormat {
  @Override
  public String id() {
    return "cdxa";
  }

  @Override
  public String fileName() {
    return "attestation.cdx.json";
  }

  @Override
  public String about() {
    return "CycloneDX attestations: claims and the evidence for and against them";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(new Attestation(assessment, context).tree(), out);
  }
}
