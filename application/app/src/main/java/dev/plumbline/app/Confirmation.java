package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.DossierWriter;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Records that a person agrees with what a machine searched. */
public final class Confirmation {
  private Confirmation() {}

  /** Whether a person can confirm the item: it was searched, and nobody's decision counts. */
  public static boolean isOpen(Judged item) {
    return item.conclusion() == Conclusion.SEARCHED;
  }

  /**
   * Records a pass for each item, bound to what was searched: when that changes, the decision is
   * stale.
   *
   * @param items each open to confirmation
   * @throws IllegalArgumentException if one is not
   */
  public static List<Decision> record(
      Workspace workspace, List<Judged> items, String by, String because, Instant at)
      throws IOException {
    for (Judged item : items) {
      if (!isOpen(item)) {
        throw new IllegalArgumentException(item.item().id() + " was not searched");
      }
    }
    List<Decision> decisions =
        items.stream()
            .map(
                i ->
                    new Decision(
                        i.item().id(),
                        new Finding.Holds(because),
                        by,
                        at,
                        i.basisDigest(),
                        List.of()))
            .toList();
    try (DossierWriter writer = workspace.folder().write()) {
      writer.appendDecisions(decisions);
    }
    return decisions;
  }
}
