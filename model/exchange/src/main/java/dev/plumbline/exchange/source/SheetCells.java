package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.exchange.layout.CellTexts;
import dev.plumbline.exchange.layout.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers the cells of one sheet that are not blank, within bounds. */
public final class SheetCells extends DefaultHandler {
  private static final int MOST_MERGES = 5_000;
  private static final int MOST_FORMULAS = 1_000;

  private final Place sheet;
  private final CellTexts texts;
  private final int mostRows;
  private final long mostLetters;
  private final Problems problems;
  private final List<List<GridCell>> rows = new ArrayList<>();
  private final List<Grid.Merge> merges = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder formula = new StringBuilder();
  private final List<Stray> asides = new ArrayList<>();
  private List<GridCell> row = new ArrayList<>();
  private int rowNumber;
  private int column;
  private int style = -1;
  private String type = "n";
  private boolean inValue;
  private boolean inFormula;
  private boolean computed;
  private boolean inPhonetic;
  private long letters;
  private int formulas;

  SheetCells(Place sheet, CellTexts texts, int mostRows, long mostLetters, Problems problems) {
    this.sheet = sheet;
    this.texts = texts;
    this.mostRows = mostRows;
    this.mostLetters = mostLetters;
    this.problems = problems;
  }

  /** More than is read. */
  static final class EnoughException extends SAXException {
    private static final long serialVersionUID = 1L;

    EnoughException(String message) {
      super(message);
    }
  }

  long letters() {
    return letters;
  }

  /** Results of formulas that are too long for a message. */
  List<Stray> asides() {
    return List.copyOf(asides);
  }

  Grid grid(List<String> titles) {
    return new Grid(sheet, titles, rows, merges);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    switch (local) {
      case "row" -> {
        rowNumber = number(attributes.getValue("r"), rowNumber + 1);
        column = 0;
        row = new ArrayList<>();
      }
      case "c" -> startCell(attributes);
      case "v", "t" -> inValue = !inPhonetic;
      case "rPh" -> inPhonetic = true;
      case "f" -> {
        inFormula = true;
        computed = true;
      }
      case "mergeCell" -> merge(Objects.requireNonNullElse(attributes.getValue("ref"), ""));
      default -> {}
    }
  }

  private void startCell(Attributes attributes) {
    String reference = attributes.getValue("r");
    column = reference == null ? column + 1 : new CellReference(reference).getCol() + 1;
    type = Objects.requireNonNullElse(attributes.getValue("t"), "n");
    style = number(attributes.getValue("s"), -1);
    value.setLength(0);
    formula.setLength(0);
    computed = false;
  }

  private static int number(@org.jspecify.annotations.Nullable String text, int otherwise) {
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (inFormula) {
      formula.append(chars, start, length);
    } else if (inValue) {
      value.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    switch (local) {
      case "v", "t" -> inValue = false;
      case "rPh" -> inPhonetic = false;
      case "f" -> inFormula = false;
      case "c" -> endCell();
      case "row" -> endRow();
      default -> {}
    }
  }

  private void endCell() throws SAXException {
    String text = Values.tame(texts.of(type, value.toString(), style));
    if (text.isEmpty() && !computed) {
      return;
    }
    String at = CellReference.convertNumToColString(column - 1) + rowNumber;
    Place place = new Place(sheet.file(), rowNumber, column);
    letters += text.length();
    if (letters > mostLetters) {
      throw new EnoughException("The sheets hold more than " + mostLetters + " letters.");
    }
    if (computed) {
      formulas++;
      if (formulas > MOST_FORMULAS) {
        throw new EnoughException("The sheet has more than " + MOST_FORMULAS + " formulas.");
      }
      problems.error(
          "PLB-9515",
          place,
          "Cell "
              + at
              + " is a formula, which is not computed: '"
              + shown("=" + formula)
              + "'. It showed '"
              + shown(text)
              + "'.",
          "Write what it should say as text.");
      if (!shown(text).equals(text)) {
        asides.add(Stray.aside(List.of(), place, "result of the formula in " + at, text));
      }
      return;
    }
    row.add(new GridCell(rowNumber, column, text, place, "cell " + at));
  }

  private static String shown(String text) {
    return dev.plumbline.dossier.file.Shape.shown(text);
  }

  private void endRow() throws SAXException {
    if (row.isEmpty()) {
      return;
    }
    if (rows.size() >= mostRows) {
      throw new EnoughException(
          "The sheet has more than " + mostRows + " rows; row " + rowNumber + " is the next.");
    }
    rows.add(row);
  }

  private void merge(String reference) {
    if (merges.size() < MOST_MERGES && reference.matches("[A-Z]{1,3}\\d{1,7}:[A-Z]{1,3}\\d{1,7}")) {
      CellRangeAddress area = CellRangeAddress.valueOf(reference);
      merges.add(
          new Grid.Merge(
              area.getFirstRow() + 1,
              area.getFirstColumn() + 1,
              area.getLastRow() + 1,
              area.getLastColumn() + 1));
    }
  }
}
