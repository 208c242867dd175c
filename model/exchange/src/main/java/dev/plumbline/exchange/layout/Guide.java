package dev.plumbline.exchange.layout;

import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The texts that an export puts beside the answers, and that an import need not take. */
public final class Guide {
  /** Title of the page of guidance, and of a document. */
  public static final String TITLE = "ICS and IXIT";

  /** Name of the sheet that explains a workbook. */
  public static final String SHEET = "Guide";

  /** Headings over a table whose columns stand below one another. */
  public static final List<String> FORM = List.of("Asked", "Answer", "Meaning");

  private final Set<String> sentences = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  private Guide(List<Layout> layouts, String edition) {
    add(names, SHEET);
    lines(edition).forEach(l -> add(sentences, l));
    add(sentences, TITLE);
    FORM.forEach(f -> add(sentences, f));
    for (Layout layout : layouts) {
      add(sentences, layout.caption());
      add(sentences, layout.purpose());
      add(sentences, "IXIT " + layout.caption());
      add(names, layout.id());
      add(names, layout.title());
      for (Column column : layout.columns()) {
        add(sentences, column.meaning());
        add(names, column.key());
        add(names, column.heading());
      }
    }
  }

  /** The guidance of these tables. */
  public static Guide of(List<Layout> layouts, String edition) {
    return new Guide(layouts, edition);
  }

  /** What is said about how to fill in the tables, a line each. */
  public static List<String> lines(String edition) {
    return new Fields(new Resources().read("exchange/guide.yaml"))
        .texts("lines").stream().map(l -> l.replace("${edition}", edition)).toList();
  }

  private static void add(Set<String> texts, String text) {
    texts.add(Vocabulary.fold(text));
  }

  /** Whether a text is an explanation of ours, or no text at all. */
  public boolean explains(String text) {
    String folded = Vocabulary.fold(text);
    return folded.isEmpty() || sentences.contains(folded);
  }

  /** Whether a text names a table or a column; where answers stand it may be an answer. */
  public boolean isName(String text) {
    return names.contains(Vocabulary.fold(text));
  }
}
