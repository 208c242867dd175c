package dev.plumbline.app;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Waiver;
import dev.plumbline.dossier.folder.DossierWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Records that somebody accepts a risk for a while. No verdict changes by it. */
public final class Waiving {
  private Waiving() {}

  /**
   * Records a waiver of what FAILs now.
   *
   * @param before the result that shows the FAIL
   * @return the finding whose risk is accepted; empty when the item does not FAIL, so that there is
   *     nothing to accept
   */
  public static Optional<String> waive(
      AssessedDossier before, ItemId item, String because, LocalDate until, String by, Instant at)
      throws IOException {
    Optional<Waiver> waiver =
        before
            .result()
            .items()
            .filter(i -> i.item().id().equals(item))
            .filter(i -> i.finding() instanceof Finding.Violated)
            .findFirst()
            .map(i -> new Waiver(item, i.finding().reason(), because, until, by, at));
    if (waiver.isPresent()) {
      try (DossierWriter writer = before.workspace().folder().write()) {
        writer.appendWaivers(List.of(waiver.get()));
      }
    }
    return waiver.map(Waiver::finding);
  }
}
