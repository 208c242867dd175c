package dev.plumbline.exchange.original;

import dev.plumbline.core.BoundedPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes off what stands on pages and is no text: headers, footers, tables of contents. */
final class PageFurniture {
  /** How many lines at each end of a page may be header or footer. */
  private static final int DEEP = 3;

  /** On how many pages a line has to return to be one; a third of them in short documents. */
  private static final int OFTEN = 4;

  /** Lines with dots and a page number that make a page one of contents. */
  private static final int LEADERS = 5;

  private static final BoundedPattern DIGITS = BoundedPattern.compile("\\d+");
  private static final BoundedPattern NUMBER = BoundedPattern.compile("\\d{1,4}");
  private static final BoundedPattern LEADER =
      BoundedPattern.compile(".*?(?:\\.\\s?){4,}+\\s*\\d{1,4}");

  private PageFurniture() {}

  static List<PdfLine> removed(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> pages = new LinkedHashMap<>();
    lines.forEach(l -> pages.computeIfAbsent(l.page(), p -> new ArrayList<>()).add(l));
    Set<String> returning = returning(pages);
    List<PdfLine> kept = new ArrayList<>();
    for (List<PdfLine> page : pages.values()) {
      long leaders = page.stream().filter(PageFurniture::isLeader).count();
      if (leaders >= LEADERS && leaders * 2 >= page.size() - 2 * DEEP) {
        continue;
      }
      for (int i = 0; i < page.size(); i++) {
        PdfLine line = page.get(i);
        boolean edge = i < DEEP || i >= page.size() - DEEP;
        if (!isLeader(line) && !(edge && isFurniture(line.text(), returning))) {
          kept.add(line);
        }
      }
    }
    return List.copyOf(kept);
  }

  private static boolean isLeader(PdfLine line) {
    return LEADER.matcher(line.text()).matches();
  }

  private static boolean isFurniture(String text, Set<String> returning) {
    return returning.contains(form(text)) || NUMBER.matcher(text).matches();
  }

  /** A line without its numbers, so that page numbers make no difference. */
  private static String form(String text) {
    return DIGITS.matcher(text).replaceAll("0");
  }

  private static Set<String> returning(Map<Integer, List<PdfLine>> pages) {
    Map<String, Set<Integer>> seen = new LinkedHashMap<>();
    pages.forEach(
        (number, page) -> {
          for (int i = 0; i < page.size(); i++) {
            if (i < DEEP || i >= page.size() - DEEP) {
              seen.computeIfAbsent(form(page.get(i).text()), f -> new HashSet<>()).add(number);
            }
          }
        });
    int often = Math.min(OFTEN, Math.max(2, pages.size() / 3));
    Set<String> returning = new HashSet<>();
    seen.forEach(
        (form, on) -> {
          if (on.size() >= often && !isContent(form)) {
            returning.add(form);
          }
        });
    return returning;
  }

  /** Lines of the text that may well begin or end many pages. */
  private static boolean isContent(String form) {
    return ClausePatterns.isSubheading(form)
        || ClausePatterns.PROVISION.matcher(form).matches()
        || ClausePatterns.CASE.matcher(form).matches()
        || ClausePatterns.GROUP.matcher(form).matches()
        || ClausePatterns.STATUS_ROW.matcher(form).matches()
        || ClausePatterns.VERDICT_SENTENCE.matcher(form).matches();
  }
}
