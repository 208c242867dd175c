package dev.plumbline.exchange.source;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Place;
import dev.plumbline.core.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/**
 * The headings, paragraphs and tables of a text document in their order, as {@link MarkdownBlocks}
 * has those of a Markdown file. A short paragraph that names a test group, case or unit, or is the
 * number of a unit, is a heading without a style of one: many people make it bold and no more.
 */
public final class DocumentBlocks {
  private static final BoundedPattern UNSTYLED =
      BoundedPattern.compile(
          "(?i)(?:\\d{1,2}(?:\\.\\d{1,2}){0,5}\\s+)?test\\s?(group|case|unit)s?\\s+[^\\n]{1,100}");
  private static final BoundedPattern SENTENCE =
      BoundedPattern.compile("(?s).*(?:[.;,]|\\bverdict\\b.*:.*)");

  private static final int LEVEL_OF_UNITS = 3;

  private final String file;
  private final List<MarkdownBlock> blocks = new ArrayList<>();

  DocumentBlocks(String file) {
    this.file = file;
  }

  private GridCell cell(int paragraph, String text) {
    String where = "paragraph " + paragraph;
    return new GridCell(paragraph, 1, text, Place.of(file + " " + where), where);
  }

  void heading(int level, int paragraph, String text) {
    blocks.add(new MarkdownBlock.Heading(level, cell(paragraph, text)));
  }

  void paragraph(int paragraph, String text) {
    if (UnitId.isValid(text)) {
      heading(LEVEL_OF_UNITS, paragraph, text);
      return;
    }
    Matcher unstyled = UNSTYLED.matcher(text);
    if (unstyled.matches() && !SENTENCE.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
      heading(level(unstyled.group(1).toLowerCase(Locale.ROOT)), paragraph, text);
    } else {
      blocks.add(new MarkdownBlock.Prose(cell(paragraph, text)));
    }
  }

  private static int level(String part) {
    return switch (part) {
      case "group" -> 1;
      case "case" -> 2;
      default -> LEVEL_OF_UNITS;
    };
  }

  void table(List<List<GridCell>> rows) {
    blocks.add(new MarkdownBlock.Table(rows));
  }

  List<MarkdownBlock> all() {
    return List.copyOf(blocks);
  }
}
