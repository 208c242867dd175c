package dev.plumbline.exchange.original;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The wording of one standard as the user's own copy has it.
 *
 * @param format of the file that keeps it; this is 1
 * @param digest SHA-256 of the PDF, in hex
 * @param pages of the PDF
 * @param provisions of EN 303 645, in their order
 * @param statuses of Table B.1 of EN 303 645, by provision, as printed
 * @param groups of TS 103 701
 * @param cases of TS 103 701, in their order
 * @param tables of the IXIT that TS 103 701 names
 */
public record Original(
    int format,
    StandardName document,
    String digest,
    int pages,
    List<Wording> provisions,
    Map<String, String> statuses,
    Set<String> groups,
    List<CaseWording> cases,
    Set<String> tables) {
  /** The only format that there is. */
  public static final int FORMAT = 1;

  public Original {
    provisions = List.copyOf(provisions);
    statuses = new TreeMap<>(statuses);
    groups = new TreeSet<>(groups);
    cases = List.copyOf(cases);
    tables = new TreeSet<>(tables);
  }

  /**
   * The text of a provision or a test unit.
   *
   * @param id of it
   * @param page of the PDF that it begins on
   * @param paragraphs with list items, notes and examples
   */
  public record Wording(String id, int page, List<String> paragraphs) {
    public Wording {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * A test case.
   *
   * @param kind as printed, such as {@code conceptual}; empty where none is
   * @param verdict how the verdict is assigned, whole
   * @param pass the items of its list of conditions for PASS
   */
  public record CaseWording(
      String id,
      String kind,
      int page,
      List<String> purpose,
      List<Wording> units,
      List<String> verdict,
      List<String> pass) {
    public CaseWording {
      purpose = List.copyOf(purpose);
      units = List.copyOf(units);
      verdict = List.copyOf(verdict);
      pass = List.copyOf(pass);
    }
  }
}
