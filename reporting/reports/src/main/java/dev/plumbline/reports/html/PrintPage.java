package dev.plumbline.reports.html;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.ReportContext;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The page in a form for paper: well-formed, nothing folded, with bookmarks. */
public final class PrintPage {
  private PrintPage() {}

  /** The page as XHTML. */
  public static String of(Assessment assessment, ReportContext context) {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    StringOutput page = new StringOutput();
    ReportView view = new ViewBuilder(assessment, context, Styles.ofPaper()).build();
    engine.render("print.jte", view, page);
    return page.toString();
  }
}
