package dev.plumbline.exchange.original;

import dev.plumbline.core.BoundedPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/** Joins lines to paragraphs, across pages, and parts of words across lines. */
final class Paragraphs {
  /** A paragraph begins where the distance of two lines is more than this many letters high. */
  private static final float GAP = 1.5f;

  private static final float OTHER_SIZE = 0.8f;
  private static final char SOFT_HYPHEN = '\u00ad';
  private static final BoundedPattern WORD =
      BoundedPattern.compile("[\\p{L}\\d]+(?:-[\\p{L}\\d]+)*+");
  private static final BoundedPattern LAST_PART = BoundedPattern.compile("([\\p{L}\\d]+)-$");
  private static final BoundedPattern FIRST_PART = BoundedPattern.compile("^\\p{Ll}+");
  private static final BoundedPattern ODD_HYPHENS = BoundedPattern.compile("[\u2010\u2011\u2012]");
  private static final BoundedPattern ODD_BLANKS =
      BoundedPattern.compile("[\\s\u00a0\u2000-\u200a\u202f\u205f]+");

  /** The words that the document writes in one piece, in small letters. */
  private final Set<String> words = new HashSet<>();

  private Paragraphs(List<PdfLine> lines) {
    for (PdfLine line : lines) {
      Matcher word = WORD.matcher(line.text());
      while (word.find()) {
        words.add(word.group().toLowerCase(Locale.ROOT));
      }
    }
  }

  static List<Paragraph> of(List<PdfLine> lines) {
    List<PdfLine> clean = lines.stream().map(l -> l.with(clean(l.text()))).toList();
    return new Paragraphs(clean).joined(clean);
  }

  /** Hyphens and blanks of one kind each. */
  static String clean(String text) {
    String hyphens = ODD_HYPHENS.matcher(text).replaceAll("-");
    return ODD_BLANKS.matcher(hyphens).replaceAll(" ").strip();
  }

  private List<Paragraph> joined(List<PdfLine> lines) {
    List<Paragraph> all = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      if (i > 0 && begins(lines.get(i - 1), line)) {
        end(all, text);
      }
      if (text.isEmpty()) {
        all.add(new Paragraph(line.page(), line.x(), line.size(), ""));
        text.append(line.text());
      } else {
        join(text, line.text());
      }
    }
    end(all, text);
    return List.copyOf(all);
  }

  private static void end(List<Paragraph> all, StringBuilder text) {
    if (!text.isEmpty()) {
      Paragraph open = all.removeLast();
      String whole = text.toString().replace(String.valueOf(SOFT_HYPHEN), "");
      all.add(new Paragraph(open.page(), open.x(), open.size(), whole));
      text.setLength(0);
    }
  }

  private static boolean begins(PdfLine before, PdfLine line) {
    if (ClausePatterns.startsParagraph(line.text()) || ClausePatterns.isSubheading(before.text())) {
      return true;
    }
    if (Math.abs(before.size() - line.size()) > OTHER_SIZE) {
      return true;
    }
    boolean ended = before.text().matches(".*[.:;!?)]");
    if (before.page() != line.page()) {
      return ended || isStart(line.text());
    }
    float size = Math.max(1, Math.max(before.size(), line.size()));
    float gap = line.y() - before.y();
    return gap > GAP * size || gap < 0 || (ended && isStart(line.text()));
  }

  private static boolean isStart(String line) {
    return ClausePatterns.PROVISION.matcher(line).matches()
        || ClausePatterns.CASE.matcher(line).matches()
        || ClausePatterns.GROUP.matcher(line).matches()
        || ClausePatterns.SCENARIO.matcher(line).matches()
        || ClausePatterns.CLAUSE_HEADING.matcher(line).matches();
  }

  /**
   * Adds a line. A hyphen at the end of the line before stays where the document writes the word
   * with it, or does not write it without; a soft one goes.
   */
  private void join(StringBuilder text, String line) {
    int last = text.length() - 1;
    if (text.charAt(last) == SOFT_HYPHEN) {
      text.setLength(last);
      text.append(line);
      return;
    }
    Matcher end = LAST_PART.matcher(text);
    if (!end.find()) {
      text.append(' ').append(line);
      return;
    }
    Matcher start = FIRST_PART.matcher(line);
    if (start.find()) {
      String one = end.group(1).toLowerCase(Locale.ROOT);
      String two = start.group();
      if (words.contains(one + two) && !words.contains(one + "-" + two)) {
        text.setLength(last);
      }
    }
    text.append(line);
  }
}
