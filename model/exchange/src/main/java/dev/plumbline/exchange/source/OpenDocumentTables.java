package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.exchange.aside.Aside;
import dev.plumbline.exchange.aside.AsideText;
import dev.plumbline.exchange.layout.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers the tables of an OpenDocument file with the headings above them. */
public final class OpenDocumentTables extends DefaultHandler {
  private static final Set<String> NO_TEXT = Set.of("tracked-changes", "ruby-text");

  /** Texts that stand in the middle of others, as people call them. */
  private static final Map<String, String> ASIDES =
      Map.ofEntries(
          Map.entry("annotation", "comment"),
          Map.entry("note", "note"),
          Map.entry("text-box", "text box"),
          Map.entry("custom-shape", "text box"),
          Map.entry("rect", "text box"),
          Map.entry("ellipse", "text box"),
          Map.entry("circle", "text box"),
          Map.entry("polygon", "text box"),
          Map.entry("polyline", "text box"),
          Map.entry("path", "text box"),
          Map.entry("line", "text box"),
          Map.entry("connector", "text box"),
          Map.entry("caption", "text box"));

  private static final int LONGEST_TITLE = 120;
  private static final int MOST_TABLES = 5_000;

  private final String file;
  private final ReadLimits limits;
  private final Problems problems;
  private final List<Grid> grids = new ArrayList<>();
  private final DocumentBlocks blocks;
  private final List<Stray> stray = new ArrayList<>();
  private final TreeMap<Integer, String> headings = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();
  private final AsideText box = new AsideText(AsideText.OPEN_DOCUMENT);
  private final List<Stray> asides = new ArrayList<>();
  private String kind = "";
  private List<List<GridCell>> rows = new ArrayList<>();
  private List<Grid.Merge> merges = new ArrayList<>();
  private List<GridCell> row = new ArrayList<>();
  private String title = "";
  private String caption = "";
  private String formula = "";
  private int level;
  private int paragraphs;
  private int depth;
  private int silent;
  private int rowNumber;
  private int rowRepeats;
  private int column;
  private int columnRepeats;
  private int down;
  private int across;
  private long letters;

  OpenDocumentTables(String file, ReadLimits limits, Problems problems) {
    this.file = file;
    this.limits = limits;
    this.problems = problems;
    this.blocks = new DocumentBlocks(file);
  }

  /** Its headings, paragraphs and tables in their order. */
  List<MarkdownBlock> blocks() {
    return blocks.all();
  }

  Source source() {
    List<Stray> all = new ArrayList<>(stray);
    all.addAll(asides);
    return new Source(grids, List.of(), all);
  }

  /** Adds texts of other parts of the file. */
  void add(List<Aside> others) {
    for (Aside a : others) {
      aside(List.of(), a.where(), a.text());
    }
  }

  private void aside(List<String> titles, String where, String said) {
    String tamed = Values.tame(said);
    if (!tamed.isEmpty()) {
      asides.add(Stray.aside(titles, Place.of(file), where, tamed));
    }
  }

  private void endBox(String said) {
    List<String> around = new ArrayList<>();
    if (depth > 0) {
      around.add(caption);
    }
    around.addAll(titles());
    if (depth > 0) {
      around.add(title);
    }
    String where =
        depth > 0 ? "row " + rowNumber + ", column " + column : "paragraph " + paragraphs;
    aside(around, kind + " at " + where, said);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    if (silent > 0 || NO_TEXT.contains(local)) {
      silent++;
      return;
    }
    if (box.isOpen() || ASIDES.containsKey(local)) {
      kind = box.isOpen() ? kind : Objects.requireNonNullElse(ASIDES.get(local), "");
      box.start(local);
      return;
    }
    switch (local) {
      case "table" -> startTable(attributes);
      case "table-row" -> {
        if (depth == 1) {
          row = new ArrayList<>();
          column = 1;
          rowRepeats = number(attributes, "number-rows-repeated");
        }
      }
      case "table-cell", "covered-table-cell" -> startCell(attributes);
      case "h", "p" -> startParagraph(local.equals("h") ? number(attributes, "outline-level") : 0);
      case "s" -> text.append(' ');
      case "tab" -> text.append(' ');
      case "line-break" -> text.append('\n');
      default -> {}
    }
  }

  private static String value(Attributes attributes, String name) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (Objects.requireNonNullElse(attributes.getLocalName(i), "").equals(name)) {
        return Objects.requireNonNullElse(attributes.getValue(i), "");
      }
    }
    return "";
  }

  private static int number(Attributes attributes, String name) {
    String text = value(attributes, name);
    return text.matches("\\d{1,7}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }

  private void startTable(Attributes attributes) throws SAXException {
    depth++;
    if (depth == 1) {
      if (grids.size() >= MOST_TABLES) {
        throw new SheetCells.EnoughException("There are more than " + MOST_TABLES + " tables.");
      }
      rows = new ArrayList<>();
      merges = new ArrayList<>();
      title = value(attributes, "name");
      if (file.toLowerCase(Locale.ROOT).endsWith(".ods")) {
        Stray.sheet(title, Place.of(file + "!" + title)).ifPresent(asides::add);
      }
      rowNumber = 1;
    }
  }

  private void startCell(Attributes attributes) {
    if (depth == 1) {
      text.setLength(0);
      formula = value(attributes, "formula");
      columnRepeats = number(attributes, "number-columns-repeated");
      across = number(attributes, "number-columns-spanned");
      down = number(attributes, "number-rows-spanned");
    }
  }

  private void startParagraph(int outline) {
    if (depth == 0) {
      text.setLength(0);
      level = outline;
      paragraphs++;
    } else if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (silent > 0) {
      return;
    }
    letters += length;
    if (letters > limits.letters()) {
      throw new SheetCells.EnoughException(
          "The file holds more than " + limits.letters() + " letters.");
    }
    if (box.isOpen()) {
      box.characters(chars, start, length);
    } else {
      text.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    if (silent > 0) {
      silent--;
      return;
    }
    if (box.isOpen()) {
      box.end(local).ifPresent(this::endBox);
      return;
    }
    switch (local) {
      case "h", "p" -> endParagraph();
      case "table-cell", "covered-table-cell" -> endCell();
      case "table-row" -> endRow();
      case "table" -> endTable();
      default -> {}
    }
  }

  private void endParagraph() {
    if (depth > 0) {
      return;
    }
    String said = Values.tame(text.toString());
    text.setLength(0);
    if (said.isEmpty()) {
      return;
    }
    if (level > 0) {
      headings.tailMap(level, true).clear();
      headings.put(level, said);
      blocks.heading(level, paragraphs, said);
      caption = "";
      stray.add(Stray.title(paragraph(said)));
    } else {
      caption = said.length() <= LONGEST_TITLE ? said : "";
      blocks.paragraph(paragraphs, said);
      stray.add(Stray.under(titles(), paragraph(said)));
    }
  }

  private GridCell paragraph(String said) {
    return new GridCell(paragraphs, 1, said, new Place(file, 0, 0), "paragraph " + paragraphs);
  }

  /** Headings over what follows, the nearest first. */
  private List<String> titles() {
    return List.copyOf(headings.descendingMap().values());
  }

  private void endCell() {
    if (depth != 1) {
      return;
    }
    String said = Values.tame(text.toString());
    text.setLength(0);
    Place place = new Place(file + "!" + title, rowNumber, column);
    if (!formula.isEmpty()) {
      problems.error(
          "PLB-9515",
          place,
          "A formula is not computed: '"
              + Shape.shown(formula)
              + "'. It showed '"
              + Shape.shown(said)
              + "'.",
          "Write what it should say as text.");
      if (!Shape.shown(said).equals(said)) {
        aside(List.of(), "result of the formula in row " + rowNumber, said);
      }
    } else if (!said.isEmpty()) {
      String where = String.format(Locale.ROOT, "row %d, column %d", rowNumber, column);
      row.add(new GridCell(rowNumber, column, said, place, where));
      if (down > 1 || across > 1) {
        merges.add(new Grid.Merge(rowNumber, column, rowNumber + down - 1, column + across - 1));
      }
    }
    column += columnRepeats;
  }

  private void endRow() throws SAXException {
    if (depth != 1) {
      return;
    }
    if (!row.isEmpty()) {
      if (rows.size() >= limits.rows()) {
        throw new SheetCells.EnoughException("A table has more than " + limits.rows() + " rows.");
      }
      rows.add(row);
    }
    rowNumber += rowRepeats;
  }

  private void endTable() {
    depth--;
    if (depth != 0) {
      return;
    }
    List<String> titles = new ArrayList<>();
    if (!caption.isEmpty()) {
      titles.add(caption);
      stray.add(Stray.title(stray.removeLast().cell()));
    }
    titles.addAll(titles());
    titles.add(title);
    blocks.table(rows);
    if (!rows.isEmpty()) {
      grids.add(new Grid(Place.of(file + "!" + title), titles, rows, merges));
    }
    caption = "";
  }
}
