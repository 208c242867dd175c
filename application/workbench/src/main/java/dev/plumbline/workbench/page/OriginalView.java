package dev.plumbline.workbench.page;

import dev.plumbline.app.original.OriginalWordings.Passage;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.product.Snapshot;
import java.util.List;
import java.util.Optional;

/** The wording of the standard from the copy of the user of this machine, as a page shows it. */
public final class OriginalView {
  private static final int LONGEST = 4_000;

  private OriginalView() {}

  /** The wording of a provision or unit; empty where the user has no copy. */
  public static Optional<Passage> of(Snapshot snapshot, String id) {
    return snapshot
        .originals()
        .find(id)
        .map(p -> new Passage(p.document(), p.page(), shown(p.paragraphs()), shown(p.verdict())));
  }

  private static List<String> shown(List<String> paragraphs) {
    return paragraphs.stream().map(p -> Visible.of(p, LONGEST)).toList();
  }
}
