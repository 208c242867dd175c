package dev.plumbline.app.team;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import java.util.List;

/**
 * A decision that a person wants to record.
 *
 * @param seen the item as the person saw it
 * @param by who decides; the signer's own name, or the person whom an imported file names
 * @param attachments files to keep with it
 * @param overrules whether it overrules a rule over the declaration by its reason alone
 */
public record ProposedDecision(
    ItemId item,
    Finding finding,
    SeenState seen,
    String by,
    List<Attachment> attachments,
    boolean overrules) {
  public ProposedDecision {
    attachments = List.copyOf(attachments);
  }

  /**
   * A file to keep with a decision. Photos lose what says where and when they were taken.
   *
   * @param name of the file, without folders
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  public record Attachment(String name, byte[] content) {}
}
