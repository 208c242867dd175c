package dev.plumbline.view;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.judging.Explanation;
import java.util.List;

/** The way from the catalogue to the verdict of an item, for a terminal. */
public final class ExplanationText {
  private ExplanationText() {}

  /**
   * The lines.
   *
   * @param item {@code UNIT@SUBJECT}, or {@code UNIT} where the unit has one item
   * @throws dev.plumbline.app.UnusableInputException if there is none, or several
   */
  public static List<String> of(AssessedDossier assessed, String item) {
    return Explanation.of(assessed.result(), assessed.id(item)).stream().map(Text::safe).toList();
  }
}
