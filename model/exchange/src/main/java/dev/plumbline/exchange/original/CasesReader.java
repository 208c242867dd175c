package dev.plumbline.exchange.original;

import dev.plumbline.exchange.original.ClausePatterns.Part;
import dev.plumbline.exchange.original.Original.CaseWording;
import dev.plumbline.exchange.original.Original.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Reads groups, cases, units and assignments of verdicts from TS 103 701. */
final class CasesReader {
  /** How far from the letter of the first unit that of the next may stand, in points. */
  private static final float SAME_COLUMN = 5;

  /** A table that is named once may be a part of a word. */
  private static final int NAMED = 2;

  private final Map<String, CaseWording> cases = new LinkedHashMap<>();
  private final Set<String> groups = new LinkedHashSet<>();
  private Optional<Open> open = Optional.empty();
  private Part part = Part.NONE;

  private CasesReader() {}

  /** A case while it is read. */
  private static final class Open {
    final String id;
    final String kind;
    final int page;
    final List<String> purpose = new ArrayList<>();
    final List<Wording> units = new ArrayList<>();
    final List<String> verdict = new ArrayList<>();
    final List<String> pass = new ArrayList<>();
    float column;
    boolean passing;

    Open(String id, String kind, int page) {
      this.id = id;
      this.kind = kind;
      this.page = page;
    }

    CaseWording closed() {
      return new CaseWording(id, kind, page, purpose, units, verdict, pass);
    }
  }

  /** What was read. */
  record Read(List<CaseWording> cases, Set<String> groups) {}

  static Read read(List<Paragraph> paragraphs) {
    CasesReader reader = new CasesReader();
    paragraphs.forEach(reader::read);
    reader.end();
    return new Read(List.copyOf(reader.cases.values()), reader.groups);
  }

  /** The ids of the IXIT tables that a document names. */
  static Set<String> tables(List<Paragraph> paragraphs) {
    Map<String, Integer> named = new TreeMap<>();
    for (Paragraph p : paragraphs) {
      Matcher table = ClausePatterns.IXIT_TABLE.matcher(p.text());
      while (table.find()) {
        named.merge(table.group(1), 1, Integer::sum);
      }
    }
    Set<String> tables = new TreeSet<>();
    named.forEach(
        (id, times) -> {
          if (times >= NAMED) {
            tables.add(id);
          }
        });
    return tables;
  }

  private void read(Paragraph p) {
    String text = p.text();
    Matcher testCase = ClausePatterns.CASE.matcher(text);
    Matcher group = ClausePatterns.GROUP.matcher(text);
    if (testCase.matches() && isHeading(testCase.group(3))) {
      end();
      open =
          Optional.of(
              new Open(testCase.group(1), kind(Optional.ofNullable(testCase.group(2))), p.page()));
    } else if (group.matches() && isHeading(group.group(2))) {
      end();
      groups.add(group.group(1));
    } else if (ClausePatterns.SCENARIO.matcher(text).matches()
        || ClausePatterns.ANNEX.matcher(text).matches()) {
      if (isHeading(text)) {
        end();
      }
    } else if (ClausePatterns.part(text) != Part.NONE) {
      part = ClausePatterns.part(text);
    } else {
      open.ifPresent(o -> add(o, p));
    }
  }

  /** A heading has no full stop at its end. */
  private static boolean isHeading(String rest) {
    return !rest.endsWith(".") && rest.length() <= 200;
  }

  private static String kind(Optional<String> printed) {
    return printed.map(k -> k.toLowerCase(Locale.ROOT).strip()).orElse("");
  }

  private void add(Open o, Paragraph p) {
    switch (part) {
      case NONE -> {}
      case PURPOSE -> o.purpose.add(p.text());
      case UNITS -> unit(o, p);
      case VERDICT -> verdict(o, p.text());
    }
  }

  /** Letters of lists within a unit stand further right, or begin again. */
  private static void unit(Open o, Paragraph p) {
    Matcher unit = ClausePatterns.UNIT.matcher(p.text());
    boolean first = o.units.isEmpty();
    if (unit.matches()
        && (first
            || (unit.group(1).compareTo(letter(o.units.getLast())) > 0
                && Math.abs(p.x() - o.column) <= SAME_COLUMN))) {
      if (first) {
        o.column = p.x();
      }
      String text = unit.group(2).strip();
      o.units.add(
          new Wording(o.id + unit.group(1), p.page(), text.isEmpty() ? List.of() : List.of(text)));
    } else if (!first) {
      Wording last = o.units.removeLast();
      List<String> more = new ArrayList<>(last.paragraphs());
      more.add(p.text());
      o.units.add(new Wording(last.id(), last.page(), more));
    }
  }

  private static String letter(Wording unit) {
    return unit.id().substring(unit.id().length() - 1);
  }

  private static void verdict(Open o, String text) {
    o.verdict.add(text);
    Matcher sentence = ClausePatterns.VERDICT_SENTENCE.matcher(text);
    if (sentence.matches()) {
      o.passing = sentence.group(1).equals("PASS");
      return;
    }
    Matcher item = ClausePatterns.ITEM.matcher(text);
    if (o.passing && item.matches()) {
      o.pass.add(item.group(1).strip());
    }
  }

  /** Of two cases of one number, such as one in a table of contents, that with more units stays. */
  private void end() {
    open.map(Open::closed)
        .ifPresent(
            c -> cases.merge(c.id(), c, (a, b) -> b.units().size() > a.units().size() ? b : a));
    open = Optional.empty();
    part = Part.NONE;
  }
}
