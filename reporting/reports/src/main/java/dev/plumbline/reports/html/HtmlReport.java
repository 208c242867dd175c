package dev.plumbline.reports.html;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;

/** One self-contained page: no script, strict content policy, opens from a USB stick. */
public final class HtmlReport implements ReportFormat {
  @Override
  public String id() {
    return "html";
  }

  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public String about() {
    return "one page for people";
  }

  @Override
  public boolean usual() {
    return true;
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    Utf8ByteOutput page = new Utf8ByteOutput();
    engine.render(
        "report.jte", new ViewBuilder(assessment, context, Styles.ofScreen()).build(), page);
    page.writeTo(out);
  }
}
