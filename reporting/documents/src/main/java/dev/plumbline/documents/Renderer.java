package dev.plumbline.documents;

import java.io.IOException;

/** A form that a document can be written in. */
public interface Renderer {
  /** Name on the command line, and extension of the file. */
  String extension();

  /** The document as bytes of a file. */
  byte[] render(OwedDocument document) throws IOException;

  /** What a draft says on top. */
  static String warning(OwedDocument document) {
    return "DRAFT, not to be given out: "
        + document.lacks().size()
        + (document.lacks().size() == 1 ? " thing is missing." : " things are missing.");
  }
}
