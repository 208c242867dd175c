package dev.plumbline.exchange.original;

import dev.plumbline.core.BoundedPattern;

/**
 * How parts of EN 303 645 and TS 103 701 begin. Forms of numbers and the words of headings alone:
 * clauses 4 to 6 and Annex B of EN 303 645, clause 5 of TS 103 701.
 */
final class ClausePatterns {
  private static final String ID = "\\d{1,2}(?:\\.\\d{1,2})?-\\d{1,2}[A-Z]?";

  /** Numbers of clauses have letters where the group has one: 5.1.2A.1. */
  private static final String NUMBER = "\\d{1,2}(?:\\.\\d{1,2}[A-Z]?){0,5}";

  private static final String CLAUSE = "(?:" + NUMBER + "\\s+)?";
  private static final String STATUS =
      "[MR](?:\\s*[CF]){0,2}(?:\\s*\\(\\s*[0-9a-z]{1,2}(?:\\s*,\\s*[0-9a-z]{1,2})*\\s*\\))?";

  /** A provision with its text; groups: number, status where one is printed, text. */
  static final BoundedPattern PROVISION =
      BoundedPattern.compile(
          "(?s)(?:Provision|Recommendation)\\s+("
              + ID
              + ")(?:\\s*\\(("
              + STATUS
              + ")\\))?\\s*[:.]?\\s*(.*)");

  /** A row of Table B.1; groups: number, status. */
  static final BoundedPattern STATUS_ROW =
      BoundedPattern.compile("(?:Provision\\s+)?(" + ID + ")\\s+(" + STATUS + ")");

  /** The rest of a status that went on in the next line of its cell. */
  static final BoundedPattern STATUS_REST =
      BoundedPattern.compile(
          "(?:[CF]\\s*)?\\(\\s*[0-9a-z]{1,2}(?:\\s*,\\s*[0-9a-z]{1,2})*+\\s*\\)");

  static final BoundedPattern GROUP =
      BoundedPattern.compile("(?s)" + CLAUSE + "Test group\\s+(" + ID + ")\\b(.*)");

  /** Groups: number, kind as printed, title. */
  static final BoundedPattern CASE =
      BoundedPattern.compile(
          "(?s)" + CLAUSE + "Test case\\s+(" + ID + "-\\d{1,2})\\s*(?:\\(([^)]{1,60})\\))?(.*)");

  static final BoundedPattern SCENARIO =
      BoundedPattern.compile("(?s)" + CLAUSE + "(?:TSO|Test scenario)\\s+\\d.*");

  static final BoundedPattern UNIT =
      BoundedPattern.compile("(?s)(?:Test unit\\s+)?([a-z])\\)\\s*(.*)");

  static final BoundedPattern ITEM =
      BoundedPattern.compile(
          "(?s)(?:[\u2022\u25cf\u25aa\u2013\u2014\uf0b7\u00b7-]|[a-z]\\)|\\d{1,2}\\)|[ivx]{1,4}\\))\\s+(.*)");

  static final BoundedPattern NOTE =
      BoundedPattern.compile("(?s)(?:NOTE|EXAMPLE)(?:\\s+\\d{1,2})?\\s*:.*");

  /** A numbered clause, an annex or a table. */
  static final BoundedPattern CLAUSE_HEADING =
      BoundedPattern.compile("(?s)(?:" + NUMBER + "\\s+[A-Z]|Annex\\s+[A-Z]\\b).*");

  static final BoundedPattern TABLE_B1 = BoundedPattern.compile("(?s).*\\bTable\\s+B\\.1\\b.*");

  /** The heading of an annex, not a sentence that begins with its name. */
  static final BoundedPattern ANNEX =
      BoundedPattern.compile("(?is)Annex\\s+[A-Z]\\s*\\((?:normative|informative)\\).*");

  static final BoundedPattern VERDICT_SENTENCE =
      BoundedPattern.compile("(?s)The verdict\\s+(PASS|FAIL|INCONCLUSIVE)\\b.*");

  /** An IXIT table, such as {@code 11-SecComMech}. */
  static final BoundedPattern IXIT_TABLE =
      BoundedPattern.compile("(?<![\\w.-])(\\d{1,2}-[A-Z][A-Za-z]{3,30})(?![\\w-])");

  private static final BoundedPattern PURPOSE =
      BoundedPattern.compile("(?i)" + CLAUSE + "(?:Test|Case) purpose\\s*:?");
  private static final BoundedPattern UNITS =
      BoundedPattern.compile("(?i)" + CLAUSE + "Test units?\\s*:?");
  private static final BoundedPattern VERDICT =
      BoundedPattern.compile("(?i)" + CLAUSE + "Assignment of (?:the )?verdicts?\\s*:?");
  private static final BoundedPattern OBJECTIVE =
      BoundedPattern.compile("(?i)" + CLAUSE + "Test group objective\\s*:?");

  private ClausePatterns() {}

  /** The parts of a test case. */
  enum Part {
    NONE,
    PURPOSE,
    UNITS,
    VERDICT
  }

  /** Which part of a case, or none, a heading of one line begins. */
  static Part part(String text) {
    if (PURPOSE.matcher(text).matches()) {
      return Part.PURPOSE;
    }
    if (UNITS.matcher(text).matches()) {
      return Part.UNITS;
    }
    return VERDICT.matcher(text).matches() ? Part.VERDICT : Part.NONE;
  }

  static boolean isSubheading(String text) {
    return part(text) != Part.NONE || OBJECTIVE.matcher(text).matches();
  }

  /** Whether a line begins a paragraph, however close it stands to the line before. */
  static boolean startsParagraph(String line) {
    return ITEM.matcher(line).matches()
        || NOTE.matcher(line).matches()
        || isSubheading(line)
        || UNIT.matcher(line).matches();
  }
}
