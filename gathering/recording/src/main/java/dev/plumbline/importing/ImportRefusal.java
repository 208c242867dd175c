package dev.plumbline.importing;

/**
 * Why a file of another tool is refused as a whole: nothing of it is kept. The ids are permanent
 * and are shown before what is wrong; docs/messages.md lists them.
 */
public enum ImportRefusal {
  /**
   * A place in the file does not follow the format. The file is broken, cut or of another format:
   * which one cannot be told from it, or {@link #CUT_OFF} and {@link #OTHER_FORMAT} would say so.
   */
  MALFORMED(
      "PLB-8003",
      "File that is broken, cut off or of another format",
      "Let the tool write the file again, to its end"),
  /** The file ends before its format says that it does. */
  CUT_OFF(
      "PLB-8010",
      "File that is cut off",
      "Let the tool run to its end and write the file again; copy all of it"),
  /** The file lacks what each file of the format has. */
  OTHER_FORMAT(
      "PLB-8011",
      "File of another format",
      "Leave --as out, or name the importer of this format; 'plumbline import --list' shows all"),
  /** The format is the right one, in a version, packing or encryption that is not read. */
  UNSUPPORTED(
      "PLB-8012",
      "Version or packing that is not read",
      "Let the tool write a version that is read, unpacked and not encrypted;"
          + " 'plumbline import --list' shows the formats"),
  /** A bound on size, number or depth is passed. */
  TOO_LARGE(
      "PLB-8013",
      "File that is too large or too deeply nested",
      "Limit what the tool looks at, or import its results in several files"),
  /** The format is the right one, and the file has no result in it. */
  EMPTY(
      "PLB-8014",
      "File without a result",
      "Check why the tool wrote no result, and let it run again"),
  /** The mapping by which the dossier explains a table or records is missing or does not fit. */
  MAPPING(
      "PLB-8015",
      "Mapping of a table that is missing or does not fit",
      "Write or correct imports/NAME.yaml in the dossier; docs/importing.md shows one");

  private final String id;
  private final String title;
  private final String remedy;

  ImportRefusal(String id, String title, String remedy) {
    this.id = id;
    this.title = title;
    this.remedy = remedy;
  }

  /** Permanent, such as {@code PLB-8003}. */
  public String id() {
    return id;
  }

  /** What it is about, in a few words. */
  public String title() {
    return title;
  }

  /** What to do next. */
  public String remedy() {
    return remedy + "; nothing of this file was kept.";
  }
}
