package dev.plumbline.view.edition;

import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.reports.diff.DiffPage;
import dev.plumbline.view.Style;
import java.util.Map;

/**
 * What differs between two states of a dossier, in each form.
 *
 * @param before name of the earlier state
 * @param after name of the later one
 */
public record DiffView(String before, String after, DossierDiff diff) {

  public Map<String, Object> json() {
    return DiffJson.of(before, after, diff);
  }

  public String page() {
    return DiffPage.of(before, after, diff);
  }

  public String text(Style style) {
    return new DiffText(diff, style).of(before, after);
  }
}
