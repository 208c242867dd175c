package dev.plumbline.exchange.source;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Place;
import dev.plumbline.exchange.layout.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Splits a Markdown file into blocks, each with its place. */
public final class MarkdownBlocks {
  private static final BoundedPattern HEADING =
      BoundedPattern.compile("^ {0,3}(#{1,6})\\s+(.*?)(?:\\s+#+)?\\s*$");
  private static final BoundedPattern NOTE = BoundedPattern.compile("^\\s*<!--(.*?)-->\\s*$");
  private static final BoundedPattern RULE =
      BoundedPattern.compile("^\\s*(?:-{3,}|\\*{3,}|_{3,}|={3,})\\s*$");
  private static final BoundedPattern DELIMITER =
      BoundedPattern.compile("^\\s*+\\|?(?:\\s*+:?-++:?\\s*+\\|?)++$");
  private static final BoundedPattern ITEM =
      BoundedPattern.compile("^\\s*(?:[-*+]|\\d{1,9}[.)])\\s+\\S.*");
  private static final BoundedPattern FENCE = BoundedPattern.compile("^\\s*(?:`{3,}|~{3,}).*");

  private final String file;
  private final List<String> lines;
  private final List<MarkdownBlock> blocks = new ArrayList<>();
  private final StringBuilder prose = new StringBuilder();
  private int proseLine;
  private boolean broken = true;
  private boolean fenced;

  private MarkdownBlocks(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /** The blocks of a text, in order. */
  public static List<MarkdownBlock> of(String file, String text) {
    return new MarkdownBlocks(file, text).read();
  }

  private List<MarkdownBlock> read() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (FENCE.matcher(line).matches()) {
        fenced = !fenced;
        broken = true;
      } else if (fenced) {
        append(i, MarkdownText.escaped(line), true);
        broken = true;
      } else if (HEADING.matcher(line).matches()) {
        endProse();
        heading(i, line);
      } else if (NOTE.matcher(line).matches()) {
        endProse();
        Matcher note = NOTE.matcher(line);
        note.matches();
        blocks.add(new MarkdownBlock.Note(cell(i, 1, note.group(1).strip())));
      } else if (isTable(i)) {
        endProse();
        i = table(i);
      } else if (line.isBlank()) {
        endProse();
      } else if (!RULE.matcher(line).matches()) {
        append(i, line, ITEM.matcher(line).matches());
      }
    }
    endProse();
    return List.copyOf(blocks);
  }

  private void heading(int index, String line) {
    Matcher heading = HEADING.matcher(line);
    heading.matches();
    String text = MarkdownText.plain(heading.group(2)).strip();
    blocks.add(
        new MarkdownBlock.Heading(
            heading.group(1).length(), cell(index, heading.start(2) + 1, text)));
  }

  /** Lines of a paragraph are one line, unless a break or an item stands between them. */
  private void append(int index, String line, boolean own) {
    String text = line.strip().replaceFirst("^>\\s?", "");
    if (prose.isEmpty()) {
      proseLine = index;
    } else {
      prose.append(broken || own ? "\n" : " ");
    }
    int slashes = 0;
    while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
      slashes++;
    }
    boolean slash = slashes % 2 == 1;
    prose.append(slash ? text.substring(0, text.length() - 1) : text);
    broken = slash || line.endsWith("  ");
  }

  private void endProse() {
    if (!prose.isEmpty()) {
      String text = MarkdownText.plain(prose.toString()).strip();
      int column = 1 + indent(lines.get(proseLine));
      if (!text.isEmpty()) {
        blocks.add(new MarkdownBlock.Prose(cell(proseLine, column, text)));
      }
    }
    prose.setLength(0);
    broken = true;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private boolean isTable(int index) {
    return lines.get(index).contains("|")
        && index + 1 < lines.size()
        && lines.get(index + 1).contains("-")
        && lines.get(index + 1).contains("|")
        && DELIMITER.matcher(lines.get(index + 1)).matches();
  }

  private int table(int from) {
    List<List<GridCell>> rows = new ArrayList<>();
    int i = from;
    while (i < lines.size() && lines.get(i).contains("|") && !lines.get(i).isBlank()) {
      if (i != from + 1) {
        List<GridCell> row = row(i);
        if (!row.isEmpty()) {
          rows.add(row);
        }
      }
      i++;
    }
    blocks.add(new MarkdownBlock.Table(rows));
    return i - 1;
  }

  /** Cells by their number; the place says where in the line each begins. */
  private List<GridCell> row(int index) {
    String line = lines.get(index);
    List<GridCell> cells = new ArrayList<>();
    int start = line.indexOf('|') == indent(line) ? indent(line) + 1 : 0;
    int number = 1;
    for (int at = start; at <= line.length(); at++) {
      boolean end = at == line.length();
      if (at + 1 < line.length() && line.charAt(at) == '\\') {
        at++;
      } else if (end || line.charAt(at) == '|') {
        String raw = line.substring(start, Math.min(at, line.length()));
        String text = Values.tame(MarkdownText.plain(raw.strip()));
        if (!text.isEmpty()) {
          int column = start + indent(raw) + 1;
          cells.add(
              new GridCell(
                  index + 1, number, text, new Place(file, index + 1, column), "cell " + number));
        }
        number++;
        start = at + 1;
      }
    }
    return cells;
  }

  private GridCell cell(int index, int column, String text) {
    return new GridCell(
        index + 1, column, Values.tame(text), new Place(file, index + 1, column), "text");
  }
}
