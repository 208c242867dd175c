package dev.plumbline.declaration;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Dossier;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Holds a declaration against the catalogue and against itself. */
public final class DeclarationCheck {
  /** What is looked at; made once, as data is read and patterns are compiled for it. */
  private static final List<Concern> CONCERNS =
      List.of(
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
          new EmptyClaims(),
          new ContradictionsTold(),
          new Prose());

  private DeclarationCheck() {}

  /**
   * Every problem at once, by file, line and column. The kinds are documented in docs/problems.md.
   *
   * @param catalogue the edition that the dossier names
   * @param today the day on which support periods and dates are judged
   */
  public static List<Problem> check(Catalogue catalogue, Dossier dossier, LocalDate today) {
    return check(new DatedDossier(catalogue, dossier, today), concern -> true);
  }

  /**
   * The same for who asks only whether a dossier can be judged: all errors, and what warnings are
   * found on the way. A look at prose, which never gives an error, takes as long as all the rest.
   */
  public static List<Problem> errors(Catalogue catalogue, Dossier dossier, LocalDate today) {
    return check(new DatedDossier(catalogue, dossier, today), Concern::refuses);
  }

  private static List<Problem> check(DatedDossier declared, Predicate<Concern> which) {
    Found found = new Found(declared.catalogue());
    CONCERNS.stream().filter(which).forEach(c -> c.look(declared, found));
    return found.sorted();
  }
}
