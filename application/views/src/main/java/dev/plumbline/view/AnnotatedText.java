package dev.plumbline.view;

import dev.plumbline.app.original.Annotating.Annotated;
import dev.plumbline.exchange.original.Difference;
import dev.plumbline.exchange.original.Difference.Kind;
import dev.plumbline.exchange.original.Original;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was read from the user's own copy of a standard, and where the catalogue differs. */
public final class AnnotatedText {
  private AnnotatedText() {}

  /** After reading. */
  public static void read(Annotated annotated, PrintWriter out) {
    out.println(
        "Read "
            + annotated.original().document()
            + ": "
            + String.join(", ", counts(annotated.original()))
            + ".");
    out.println(
        Text.wrap(
            "Kept in "
                + Text.safe(annotated.folder().toString())
                + " for you on this machine alone; no dossier, report or export holds it.",
            ""));
    for (Kind kind : Kind.values()) {
      part(kind, annotated.differences(), out);
    }
    if (annotated.differences().isEmpty()) {
      out.println();
      out.println("The catalogue has the same identifiers.");
    }
    out.println();
    out.println(
        "Next: plumbline catalogue show ID shows both texts; plumbline walk DIR on its cards.");
  }

  private static void part(Kind kind, List<Difference> all, PrintWriter out) {
    List<Difference> some = all.stream().filter(d -> d.kind() == kind).toList();
    if (some.isEmpty()) {
      return;
    }
    out.println();
    out.println(Text.wrap(heading(kind) + " (" + some.size() + ")", ""));
    boolean alone = kind == Kind.ONLY_IN_CATALOGUE || kind == Kind.ONLY_IN_DOCUMENT;
    if (alone) {
      some.stream()
          .collect(Collectors.groupingBy(Difference::part, LinkedHashMap::new, ids()))
          .forEach((part, ids) -> out.println(Text.wrap(Text.safe(part + ": " + ids), "  ")));
    } else {
      some.forEach(
          d ->
              out.println(
                  Text.safe(
                      String.format(
                          Locale.ROOT,
                          "  %-10s catalogue %s, document %s",
                          d.id(),
                          d.catalogue(),
                          d.document()))));
    }
  }

  private static java.util.stream.Collector<Difference, ?, String> ids() {
    return Collectors.mapping(Difference::id, Collectors.joining(", "));
  }

  private static String heading(Kind kind) {
    return switch (kind) {
      case ONLY_IN_DOCUMENT -> "In the document, not in the catalogue";
      case ONLY_IN_CATALOGUE -> "In the catalogue, not found in the document";
      case OTHER_STATUS -> "Other status in Table B.1";
      case OTHER_KIND -> "Other kind of test case";
      case PASS_CONDITIONS ->
          "Test cases whose conditions for PASS a person should compare, with their numbers: the"
              + " catalogue derived them, or has another number of them";
    };
  }

  private static List<String> counts(Original o) {
    List<String> counts = new ArrayList<>();
    count(counts, o.provisions().size(), "provision");
    count(counts, o.statuses().size(), "status");
    count(counts, o.groups().size(), "test group");
    count(counts, o.cases().size(), "test case");
    count(counts, units(o), "test unit");
    count(counts, o.tables().size(), "IXIT table");
    return counts;
  }

  private static int units(Original o) {
    return o.cases().stream().mapToInt(c -> c.units().size()).sum();
  }

  private static void count(List<String> counts, int number, String noun) {
    if (number > 0) {
      String plural = noun.equals("status") ? "statuses" : noun + "s";
      counts.add(number + " " + (number == 1 ? noun : plural));
    }
  }

  /** Those that are kept. */
  public static void list(List<Annotated> kept, PrintWriter out) {
    if (kept.isEmpty()) {
      out.println("None is kept. 'plumbline catalogue annotate FILE.pdf' reads your copy.");
    }
    for (Annotated a : kept) {
      out.printf(
          Locale.ROOT,
          "%-18s  %s: %s; %s%n",
          a.original().document().id(),
          a.original().document(),
          String.join(", ", counts(a.original())),
          Text.count(a.differences().size(), "difference"));
    }
  }

  /** What is known of a copy, without a sentence of it. */
  public static Map<String, Object> json(Annotated annotated) {
    Original o = annotated.original();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", o.document().id());
    json.put("document", o.document().toString());
    json.put("sha256", o.digest());
    json.put("pages", o.pages());
    json.put("provisions", o.provisions().size());
    json.put("statuses", o.statuses().size());
    json.put("groups", o.groups().size());
    json.put("cases", o.cases().size());
    json.put("units", units(o));
    json.put("tables", o.tables().size());
    json.put("differences", annotated.differences().stream().map(AnnotatedText::json).toList());
    return json;
  }

  private static Map<String, Object> json(Difference d) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", d.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("part", d.part());
    json.put("id", d.id());
    json.put("catalogue", d.catalogue());
    json.put("document", d.document());
    return json;
  }
}
