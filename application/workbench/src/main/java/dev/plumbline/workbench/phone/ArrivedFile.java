package dev.plumbline.workbench.phone;

import dev.plumbline.app.team.ProposedDecision.Attachment;

/**
 * A file that came from a phone and waits for a person to keep it or to throw it away.
 *
 * @param id within this server
 * @param name of letters, digits, dot, hyphen and underscore alone
 * @param challenge code that the picture was asked to show; nobody but a person looks for it
 * @param note what was written beside it, on one line; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record ArrivedFile(String id, String name, byte[] content, String challenge, String note) {

  /** The file with what evidence.yaml is to say of it. */
  public Attachment attachment() {
    return new Attachment(
        name,
        content,
        "by phone; code that the picture was asked to show: "
            + challenge
            + (note.isEmpty() ? "" : "; note: " + note));
  }
}
