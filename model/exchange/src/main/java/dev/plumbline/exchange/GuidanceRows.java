package dev.plumbline.exchange;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Vocabulary;
import dev.plumbline.exchange.source.GridCell;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows below the headings that say how a table is to be filled in, as laboratories write them. */
final class GuidanceRows {
  private static final Set<String> DUTY =
      Set.of(
          "mandatory",
          "optional",
          "conditional",
          "required",
          "recommended",
          "m",
          "o",
          "c",
          "r",
          "m/o",
          "pflicht",
          "pflichtfeld",
          "freiwillig",
          "obligatoire",
          "facultatif",
          "obligatorio",
          "opcional",
          "free text",
          "freitext",
          "text",
          "yes/no",
          "drop down",
          "dropdown",
          "list",
          "selection");
  private static final BoundedPattern ID_TOLD =
      BoundedPattern.compile(
          "(?iu)^\\W*(?:e\\.?\\s?g\\.?|for example|example|unique|an? (?:unique|id)|identifier (?:of|for)"
              + "|assign|enter|fill|please|z\\.\\s?b\\.|beispiel|eindeutig|exemple|unik)\\b.*",
          BoundedPattern.DOTALL);
  private static final int WORDS_OF_AN_ID = 5;

  /**
   * Whether a row explains.
   *
   * @param first whether no row was read before it
   */
  boolean explains(List<GridCell> row, TableRows.Header header, boolean first) {
    List<GridCell> own =
        row.stream().filter(c -> header.columns().containsKey(c.column())).toList();
    if (own.size() >= 2 && own.stream().allMatch(c -> DUTY.contains(Vocabulary.fold(c.text())))) {
      return true;
    }
    Optional<GridCell> id =
        own.stream()
            .filter(
                c ->
                    Optional.ofNullable(header.columns().get(c.column()))
                        .filter(Column::isId)
                        .isPresent())
            .findFirst();
    boolean told = id.filter(c -> ID_TOLD.matcher(c.text()).matches()).isPresent();
    boolean sentence =
        id.filter(c -> c.text().split("\\s+").length >= WORDS_OF_AN_ID && c.text().indexOf(':') < 0)
            .isPresent();
    return first && own.size() >= 2 && (told || sentence);
  }
}
