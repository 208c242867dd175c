package dev.plumbline.insight.change;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.dossier.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two states of a dossier.
 *
 * @param changes in what is declared: product, ICS, IXIT; empty when both declare the same
 * @param testing what may be tested and with what, which product.yaml says beside the declaration
 * @param record what came and went of what was gathered
 * @param verdicts which verdicts are touched; empty when a side could not be judged
 * @param notJudged why the verdicts are not compared; empty when they are
 */
public record DossierDiff(
    List<Change> changes,
    List<Change> testing,
    List<Change> record,
    Optional<VerdictChange> verdicts,
    String notJudged) {
  public DossierDiff {
    changes = List.copyOf(changes);
    testing = List.copyOf(testing);
    record = List.copyOf(record);
  }

  /**
   * The differences, verdicts left out.
   *
   * @param beforeEdition the edition that names things before
   */
  public static DossierDiff of(
      Dossier before, Catalogue beforeEdition, Dossier after, Catalogue afterEdition) {
    Titles titles = new Titles(beforeEdition, afterEdition);
    List<Change> changes =
        new ArrayList<>(ProductChanges.declared(before.product(), after.product()));
    changes.addAll(IcsChanges.of(before.ics(), after.ics(), titles));
    changes.addAll(IxitChanges.of(before.ixit(), after.ixit(), titles));
    return new DossierDiff(
        changes,
        ProductChanges.testing(before.product(), after.product()),
        RecordChanges.of(before, after),
        Optional.empty(),
        "not asked for");
  }

  /** The same with verdicts. */
  public DossierDiff with(VerdictChange found) {
    return new DossierDiff(changes, testing, record, Optional.of(found), "");
  }

  /** The same, saying why the verdicts are not compared. */
  public DossierDiff withoutVerdicts(String why) {
    return new DossierDiff(changes, testing, record, Optional.empty(), why);
  }
}
