package dev.plumbline.view.scheme;

import dev.plumbline.app.portfolio.SchemeStanding;
import dev.plumbline.app.version.Version;
import dev.plumbline.reports.html.SchemePage;
import dev.plumbline.reports.html.SchemeResult;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How a product stands against labels, marks and laws, as text or page. */
public record EligibilityView(SchemeStanding standing) {

  /** Matrix and next levels; each level and provision too, unless it shall be brief. */
  public String text(boolean brief, Style style) {
    EligibilityText text = new EligibilityText(standing.levels(), standing.next(), style);
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.wrap(
            Text.safe(standing.assessment().product().name())
                + " under "
                + standing.assessment().catalogue().edition().document()
                + ", held against "
                + standing.schemes().schemes().size()
                + " schemes on "
                + standing.on()
                + "; facts on schemes as of "
                + standing.schemes().asOf()
                + ".",
            ""));
    lines.addAll(text.matrix());
    lines.addAll(text.next());
    if (!brief) {
      lines.addAll(text.levels());
      lines.addAll(text.provisions());
    }
    return String.join("\n", lines);
  }

  /** The same as a page. */
  public String page() throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    SchemePage.write(
        new SchemeResult(
            standing.assessment().product().name(),
            standing.assessment().catalogue().edition().document(),
            standing.on(),
            standing.schemes().asOf(),
            standing.levels(),
            standing.next(),
            Version.TOOL),
        page);
    return page.toString(StandardCharsets.UTF_8);
  }
}
