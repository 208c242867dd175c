package dev.plumbline.reports.intoto;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** An in-toto statement, unsigned: which files this verdict is about. */
public final class IntotoReport implements ReportFormat {
  @Override
  public String id() {
    return "intoto";
  }

  @Override
  public String fileName() {
    return "statement.intoto.json";
  }

  @Override
  public String about() {
    return "in-toto statement (unsigned) over the dossier and the reports";
  }

  @Override
  public boolean last() {
    return true;
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(InTotoStatement.of(assessment, context), out);
  }
}
