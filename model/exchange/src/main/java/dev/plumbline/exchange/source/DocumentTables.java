package dev.plumbline.exchange.source;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Place;
import dev.plumbline.exchange.aside.Aside;
import dev.plumbline.exchange.aside.AsideText;
import dev.plumbline.exchange.layout.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Gathers the tables of a text document with the headings above them. Deleted text and field codes
 * are not text; a table within a cell is text of that cell.
 */
public final class DocumentTables extends DefaultHandler {
  private static final BoundedPattern HEADING =
      BoundedPattern.compile(
          "(?iu)(?:heading|.?berschrift|titre|t.?tulo|titolo|kop|rubrik|overskrift|otsikko)\\s?(\\d)");
  private static final String NOTE_STYLE = "PlumblineNote";
  private static final int LONGEST_TITLE = 120;
  private static final int MOST_TABLES = 5_000;

  private final String file;
  private final ReadLimits limits;
  private final List<Grid> grids = new ArrayList<>();
  private final DocumentBlocks blocks;
  private final List<String> notes = new ArrayList<>();
  private final List<Stray> stray = new ArrayList<>();
  private final TreeMap<Integer, String> headings = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();
  private final AsideText box = new AsideText(AsideText.OFFICE);
  private final List<Stray> asides = new ArrayList<>();
  private final Map<String, Anchor> anchors = new HashMap<>();
  private List<List<GridCell>> rows = new ArrayList<>();
  private List<Grid.Merge> merges = new ArrayList<>();
  private TreeMap<Integer, Integer> merging = new TreeMap<>();
  private List<GridCell> row = new ArrayList<>();
  private String caption = "";
  private String style = "";
  private int outline;
  private int paragraphs;
  private int depth;
  private int rowNumber;
  private int column;
  private int span;
  private boolean goesOn;
  private boolean starts;
  private boolean inText;
  private long letters;

  /** Where the text refers to a comment or a note. */
  private record Anchor(List<String> titles, String where) {}

  DocumentTables(String file, ReadLimits limits) {
    this.file = file;
    this.limits = limits;
    this.blocks = new DocumentBlocks(file);
  }

  /** Its headings, paragraphs and tables in their order. */
  List<MarkdownBlock> blocks() {
    return blocks.all();
  }

  Source source() {
    List<Stray> all = new ArrayList<>(stray);
    all.addAll(asides);
    return new Source(grids, notes, all);
  }

  /** Adds the comments, notes, headers and footers of the document, each to its place. */
  void add(List<Aside> others) {
    for (Aside a : others) {
      String text = Values.tame(a.text());
      Optional<Anchor> anchor = Optional.ofNullable(anchors.get(a.kind() + " " + a.at()));
      String where = anchor.map(n -> a.kind() + " at " + n.where()).orElse(a.kind());
      List<String> titles = anchor.map(Anchor::titles).orElse(List.of());
      if (!text.isEmpty()) {
        asides.add(Stray.aside(titles, Place.of(file), where, text));
      }
    }
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    if (box.isOpen() || local.equals("txbxContent")) {
      box.start(local);
      return;
    }
    switch (local) {
      case "commentReference", "footnoteReference", "endnoteReference" ->
          anchors.put(
              local.replace("Reference", " ") + value(attributes, "id"),
              new Anchor(around(), where()));
      case "tbl" -> startTable();
      case "tr" -> startRow();
      case "tc" -> startCell();
      case "p" -> startParagraph();
      case "pStyle" -> style = value(attributes);
      case "outlineLvl" -> outline = number(value(attributes), -1);
      case "gridSpan" -> span = Math.clamp(number(value(attributes), 1), 1, 100);
      case "vMerge" -> {
        starts = value(attributes).equals("restart");
        goesOn = !starts;
      }
      case "t" -> inText = true;
      case "br", "cr" -> text.append('\n');
      case "tab" -> text.append(text.isEmpty() ? "" : " ");
      case "noBreakHyphen" -> text.append('-');
      default -> {}
    }
  }

  /** Headings over what is read now, with the caption of its table. */
  private List<String> around() {
    List<String> around = new ArrayList<>();
    if (depth > 0 && !caption.isEmpty()) {
      around.add(caption);
    }
    around.addAll(titles());
    return around;
  }

  private String where() {
    return depth > 0 ? "row " + rowNumber + ", column " + column : "paragraph " + paragraphs;
  }

  private void endBox(String said) {
    String tamed = Values.tame(said);
    // Older programs are given the same text box a second time.
    boolean again = !asides.isEmpty() && asides.getLast().cell().text().equals(tamed);
    if (!tamed.isEmpty() && !again) {
      asides.add(Stray.aside(around(), Place.of(file), "text box at " + where(), tamed));
    }
  }

  private static String value(Attributes attributes) {
    return value(attributes, "val");
  }

  private static String value(Attributes attributes, String name) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(name)) {
        return Objects.requireNonNullElse(attributes.getValue(i), "");
      }
    }
    return "";
  }

  private static int number(String text, int otherwise) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : otherwise;
  }

  private void startTable() throws SAXException {
    depth++;
    if (depth == 1) {
      if (grids.size() >= MOST_TABLES) {
        throw new SheetCells.EnoughException("There are more than " + MOST_TABLES + " tables.");
      }
      rows = new ArrayList<>();
      merges = new ArrayList<>();
      merging = new TreeMap<>();
      rowNumber = 0;
    }
  }

  private void startRow() throws SAXException {
    if (depth == 1) {
      rowNumber++;
      column = 1;
      row = new ArrayList<>();
      if (rowNumber > limits.rows()) {
        throw new SheetCells.EnoughException("A table has more than " + limits.rows() + " rows.");
      }
    }
  }

  private void startCell() {
    if (depth == 1) {
      text.setLength(0);
      span = 1;
      starts = false;
      goesOn = false;
    }
  }

  private void startParagraph() {
    if (depth == 0) {
      text.setLength(0);
      style = "";
      outline = -1;
      paragraphs++;
    } else if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (inText || box.isOpen()) {
      letters += length;
      if (letters > limits.letters()) {
        throw new SheetCells.EnoughException(
            "The document holds more than " + limits.letters() + " letters.");
      }
    }
    if (box.isOpen()) {
      box.characters(chars, start, length);
    } else if (inText) {
      text.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    if (box.isOpen()) {
      box.end(local).ifPresent(this::endBox);
      return;
    }
    switch (local) {
      case "t" -> inText = false;
      case "p" -> endParagraph();
      case "tc" -> endCell();
      case "tr" -> {
        if (depth == 1 && !row.isEmpty()) {
          rows.add(row);
        }
      }
      case "tbl" -> endTable();
      default -> {}
    }
  }

  private void endParagraph() {
    if (depth > 0) {
      return;
    }
    String said = Values.tame(text.toString());
    Matcher heading = HEADING.matcher(style);
    int level = outline >= 0 ? outline + 1 : heading.matches() ? number(heading.group(1), 0) : 0;
    if (said.isEmpty()) {
      return;
    }
    if (style.equals(NOTE_STYLE)) {
      notes.add(said);
    } else if (level > 0) {
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
    Place place = new Place(file + " table " + (grids.size() + 1), rowNumber, column);
    if (goesOn) {
      int top = merging.getOrDefault(column, rowNumber);
      merges.removeIf(m -> m.top() == top && m.left() == column);
      merges.add(new Grid.Merge(top, column, rowNumber, column + span - 1));
    } else if (starts) {
      merging.put(column, rowNumber);
    }
    if (!said.isEmpty()) {
      String where = "row " + rowNumber + ", column " + column;
      row.add(new GridCell(rowNumber, column, said, place, where));
    }
    column += span;
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
    blocks.table(rows);
    titles.addAll(titles());
    grids.add(new Grid(Place.of(file + " table " + (grids.size() + 1)), titles, rows, merges));
    caption = "";
  }
}
