package dev.plumbline.documents;

import java.util.List;

/**
 * A document that is owed.
 *
 * @param lacks what is missing; with any, it is a draft
 * @param notes what it rests on, and with which confidence
 * @param file a file that goes out as it is, such as security.txt; its name is empty where there is
 *     none
 */
public record OwedDocument(
    String id,
    String title,
    List<Block> blocks,
    List<Lack> lacks,
    List<String> notes,
    PlainFile file) {
  public OwedDocument {
    blocks = List.copyOf(blocks);
    lacks = List.copyOf(lacks);
    notes = List.copyOf(notes);
  }

  /** A file that goes out as it is. */
  public record PlainFile(String name, String text) {
    static final PlainFile NONE = new PlainFile("", "");
  }

  /** Whether something is missing, so that it must not go out. */
  public boolean draft() {
    return !lacks.isEmpty();
  }
}
