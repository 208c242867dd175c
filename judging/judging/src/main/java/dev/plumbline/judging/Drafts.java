package dev.plumbline.judging;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.IxitEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a comparison of paper and device is worth where the paper was drafted from the device: the
 * two cannot differ, so that they agree shows nothing, until a person says that it is meant so.
 */
final class Drafts {
  private static final int SHOWN = 5;

  private Drafts() {}

  /**
   * The finding of a check, which is at most Searched where an entry says what was drafted from an
   * observation.
   *
   * @param entries those that the item rests on
   */
  static Finding afterCheck(Finding finding, Supplier<List<IxitEntry>> entries) {
    if (!(finding instanceof Finding.Holds) && !(finding instanceof Finding.Searched)) {
      return finding;
    }
    List<String> drafted =
        entries.get().stream()
            .flatMap(e -> e.drafted().keySet().stream().map(k -> e.subject() + " " + k))
            .toList();
    if (drafted.isEmpty()) {
      return finding;
    }
    String why =
        "Drafted from observations and unchanged, so that agreement shows nothing: "
            + String.join(", ", drafted.stream().limit(SHOWN).toList())
            + (drafted.size() > SHOWN ? " and " + (drafted.size() - SHOWN) + " more" : "")
            + ".";
    List<String> lookedAt = new ArrayList<>();
    List<String> open = new ArrayList<>();
    if (finding instanceof Finding.Searched s) {
      lookedAt.addAll(s.lookedAt());
      open.addAll(s.notLookedAt());
    }
    drafted.forEach(d -> open.add("whether the product is meant to be as drafted: " + d));
    return new Finding.Searched(finding.reason() + " " + why, lookedAt, open);
  }
}
