package dev.plumbline.app.edit;

/** The file of the ICS. */
final class IcsFile {
  static final String NAME = "ics.yaml";
  static final String BEGUN = "answers:\n";
  static final String TAKEN_BACK = "Taken back:";

  private IcsFile() {}
}
