package dev.plumbline.reports.diff;

import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.reports.html.Styles;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** One self-contained page: no script, strict content policy, everything foreign escaped. */
public final class DiffPage {
  private DiffPage() {}

  /**
   * The page.
   *
   * @param before name of the state before
   * @param after name of the state after
   */
  public static String of(String before, String after, DossierDiff diff) {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    StringOutput page = new StringOutput();
    engine.render("diff.jte", DiffPageView.of(before, after, diff, Styles.ofScreen()), page);
    return page.toString();
  }
}
