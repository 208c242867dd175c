package dev.plumbline.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;

/** How a product stands to labels and laws as one self-contained page, as the report is. */
public final class SchemePage {
  private SchemePage() {}

  /** Writes the page in UTF-8. The same input gives the same bytes. */
  public static void write(SchemeResult result, OutputStream out) throws IOException {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    Utf8ByteOutput page = new Utf8ByteOutput();
    engine.render("schemes.jte", SchemeViews.of(result), page);
    page.writeTo(out);
  }
}
