package dev.plumbline.dossier;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import java.time.Instant;
import java.util.List;

/**
 * What a person decided about a test item. Kept beside a machine's finding, never in its place.
 *
 * @param basis digest of what the item rested on when it was decided; another basis makes it stale
 * @param evidence digests of files that it points to
 * @param overrules whether it goes against a rule over the declaration, by its reason alone
 */
public record Decision(
    ItemId item,
    Finding finding,
    String by,
    Instant at,
    Digest basis,
    List<Digest> evidence,
    boolean overrules) {
  public Decision {
    evidence = List.copyOf(evidence);
  }

  /** A decision that overrules nothing. */
  public Decision(
      ItemId item, Finding finding, String by, Instant at, Digest basis, List<Digest> evidence) {
    this(item, finding, by, at, basis, evidence, false);
  }
}
