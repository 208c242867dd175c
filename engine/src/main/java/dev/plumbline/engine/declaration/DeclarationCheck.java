package dev.plumbline.engine.declaration;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Dossier;
import java.time.LocalDate;
import java.util.List;

/** Holds a declaration against the catalogue and against itself. */
public final class DeclarationCheck {
  private DeclarationCheck() {}

  /**
   * Every problem at once, by file, line and column. The kinds are documented in docs/problems.md.
   *
   * @param catalogue the edition that the dossier names
   * @param today the day on which support periods and dates are judged
   */
  public static List<Problem> check(Catalogue catalogue, Dossier dossier, LocalDate today) {
    Declared declared = new Declared(catalogue, dossier, today);
    Found found = new Found();
    for (Concern concern : concerns()) {
      concern.look(declared, found);
    }
    return found.sorted();
  }

  private static List<Concern> concerns() {
    return List.of(
        new IcsIds(),
        new IcsCompleteness(),
        new IcsAnswers(),
        new IcsDetails(),
        new IcsEvidence(),
        new TableShape(),
        new ColumnsPresent(),
        new CellForms(),
        new References(),
        new Links(),
        new StatementsAgree(),
        new RowsAgree(),
        new SupportIsBacked(),
        new EndpointsFit(),
        new ProductFits(),
        new FieldsAgree(),
        new SchemeAsks(),
        new Prose());
  }
}
