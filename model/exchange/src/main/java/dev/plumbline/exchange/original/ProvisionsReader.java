package dev.plumbline.exchange.original;

import dev.plumbline.exchange.original.Original.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads provisions and the statuses of Table B.1 from EN 303 645. */
final class ProvisionsReader {
  private static final String VOID = "Void";

  private final Map<String, Wording> provisions = new LinkedHashMap<>();
  private Optional<String> open = Optional.empty();
  private int page;
  private final List<String> texts = new ArrayList<>();

  private ProvisionsReader() {}

  /** The provisions; the first text of each counts, and none of an annex. */
  static List<Wording> provisions(List<Paragraph> paragraphs) {
    ProvisionsReader reader = new ProvisionsReader();
    for (Paragraph p : paragraphs) {
      boolean begun = reader.open.isPresent() || !reader.provisions.isEmpty();
      if (begun && ClausePatterns.ANNEX.matcher(p.text()).matches()) {
        break;
      }
      reader.read(p);
    }
    reader.end();
    return List.copyOf(reader.provisions.values());
  }

  private void read(Paragraph p) {
    Matcher provision = ClausePatterns.PROVISION.matcher(p.text());
    boolean row = ClausePatterns.STATUS_ROW.matcher(p.text()).matches();
    if (provision.matches() && !row && isText(provision.group(3))) {
      end();
      open = Optional.of(provision.group(1));
      page = p.page();
      texts.add(provision.group(3).strip());
    } else if (open.isPresent()) {
      if (belongs(p.text())) {
        texts.add(p.text());
      } else {
        end();
      }
    }
  }

  /** A sentence rather than a mention: "Provision 5.1-1 and ...", or a row of a table. */
  private static boolean isText(String text) {
    return !text.isEmpty() && !Character.isLowerCase(text.codePointAt(0)) && text.length() > 3;
  }

  private boolean belongs(String text) {
    boolean listed = ClausePatterns.ITEM.matcher(text).matches();
    boolean announced = texts.getLast().endsWith(":");
    return listed
        || ClausePatterns.NOTE.matcher(text).matches()
        || (announced && !ClausePatterns.CLAUSE_HEADING.matcher(text).matches());
  }

  private void end() {
    open.filter(id -> !texts.getFirst().replace(".", "").equalsIgnoreCase(VOID))
        .ifPresent(id -> provisions.putIfAbsent(id, new Wording(id, page, texts)));
    open = Optional.empty();
    texts.clear();
  }

  /** The statuses of Table B.1, by provision. */
  static Map<String, String> statuses(List<PdfLine> lines) {
    Map<String, String> statuses = new LinkedHashMap<>();
    boolean inTable = false;
    Optional<String> last = Optional.empty();
    for (PdfLine line : lines) {
      String text = Paragraphs.clean(line.text());
      inTable |= ClausePatterns.TABLE_B1.matcher(text).matches();
      Matcher row = ClausePatterns.STATUS_ROW.matcher(text);
      if (inTable && row.matches()) {
        last = Optional.of(row.group(1));
        statuses.putIfAbsent(row.group(1), row.group(2));
      } else if (last.isPresent() && ClausePatterns.STATUS_REST.matcher(text).matches()) {
        statuses.computeIfPresent(last.get(), (id, s) -> s.contains("(") ? s : s + " " + text);
        last = Optional.empty();
      } else {
        last = Optional.empty();
      }
    }
    return statuses;
  }
}
