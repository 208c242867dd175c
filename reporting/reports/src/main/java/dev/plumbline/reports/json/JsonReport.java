package dev.plumbline.reports.json;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** The result as JSON, after the schema {@code docs/schemas/result-1.schema.json}. */
public final class JsonReport implements ReportFormat {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public String fileName() {
    return "result.json";
  }

  @Override
  public String about() {
    return "result after the published schema";
  }

  @Override
  public boolean usual() {
    return true;
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(ResultTree.of(assessment, context), out);
  }
}
