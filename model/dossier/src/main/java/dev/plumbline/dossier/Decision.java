package dev.plumbline.dossier;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.signed.Canonical;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.Signer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person decided about a test item. Kept beside a machine's finding, never in its place.
 *
 * @param basis digest of what the item rested on when it was decided; another basis makes it stale
 * @param evidence digests of files that it points to
 * @param overrules whether it goes against a rule over the declaration, by its reason alone
 * @param signed its author's signature and what the author saw; empty in a record of the first form
 */
public record Decision(
    ItemId item,
    Finding finding,
    String by,
    Instant at,
    Digest basis,
    List<Digest> evidence,
    boolean overrules,
    Optional<Signed> signed) {
  /** The form without signature, which earlier versions wrote. */
  public static final String FIRST = "decision/1";

  /** The signed form. */
  public static final String TYPE = "decision/2";

  public Decision {
    evidence = List.copyOf(evidence);
  }

  /** A decision of the first form, without signature. */
  public Decision(
      ItemId item,
      Finding finding,
      String by,
      Instant at,
      Digest basis,
      List<Digest> evidence,
      boolean overrules) {
    this(item, finding, by, at, basis, evidence, overrules, Optional.empty());
  }

  /** A decision of the first form that overrules nothing. */
  public Decision(
      ItemId item, Finding finding, String by, Instant at, Digest basis, List<Digest> evidence) {
    this(item, finding, by, at, basis, evidence, false, Optional.empty());
  }

  /**
   * A decision that its author signs.
   *
   * @param basis as {@link #basis()}
   */
  public static Decision signed(
      ItemId item,
      Finding finding,
      Digest basis,
      List<Digest> evidence,
      boolean overrules,
      Saw saw,
      Signer signer,
      Instant at) {
    Signed signed =
        signer.sign(
            TYPE, DecisionFields.content(item, finding, basis, evidence, overrules), saw, at);
    return new Decision(
        item, finding, signer.author().name(), at, basis, evidence, overrules, Optional.of(signed));
  }

  /** By what other records name it: the digest of its canonical content. */
  public Digest digest() {
    return signed.map(Signed::digest).orElseGet(() -> Canonical.digest(DecisionFields.first(this)));
  }

  /** Whether a later record of the same item takes the place of it. */
  public boolean isReplacedBy(Decision later) {
    return later.signed().filter(s -> s.saw().records().contains(digest())).isPresent();
  }
}
