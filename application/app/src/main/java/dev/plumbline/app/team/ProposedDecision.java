package dev.plumbline.app.team;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import java.util.List;

/**
 * A decision that a person wants to record.
 *
 * @param seen the item as the person saw it
 * @param by who decides; the signer's own name, or the person whom an imported file names
 * @param attachments files to keep with it
 * @param kept evidence of the dossier that it rests on, too, such as of an earlier decision
 * @param overrules whether it overrules a rule over the declaration by its reason alone
 */
public record ProposedDecision(
    ItemId item,
    Finding finding,
    SeenState seen,
    String by,
    List<Attachment> attachments,
    List<Digest> kept,
    boolean overrules) {
  public ProposedDecision {
    attachments = List.copyOf(attachments);
    kept = List.copyOf(kept);
  }

  /** A decision that brings all its evidence along. */
  public ProposedDecision(
      ItemId item,
      Finding finding,
      SeenState seen,
      String by,
      List<Attachment> attachments,
      boolean overrules) {
    this(item, finding, seen, by, attachments, List.of(), overrules);
  }

  /**
   * A file to keep with a decision. Of a photo that says where or when it was taken, the original
   * and a copy without that are kept.
   *
   * @param name of the file, without folders
   * @param about what else evidence.yaml is to say of it; may be empty
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  public record Attachment(String name, byte[] content, String about) {
    /** A file of which nothing else is to be said. */
    public Attachment(String name, byte[] content) {
      this(name, content, "");
    }
  }
}
