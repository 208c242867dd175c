package dev.plumbline.view;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Explanation;
import dev.plumbline.judging.history.RecordHistory;
import java.util.ArrayList;
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
    ItemId id = assessed.id(item);
    List<String> lines = new ArrayList<>(Explanation.of(assessed.result(), id));
    RecordHistory history = RecordHistory.of(assessed.seen());
    assessed
        .result()
        .items()
        .filter(i -> i.item().id().equals(id))
        .flatMap(i -> history.of(i).stream())
        .forEach(e -> lines.add(String.format("  %-12s %s", "on record", e.line())));
    history.signoffs().forEach(s -> lines.add(String.format("  %-12s %s", "signed off", s.line())));
    return lines.stream().map(Text::safe).toList();
  }
}
