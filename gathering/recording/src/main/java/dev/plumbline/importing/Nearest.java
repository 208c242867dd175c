package dev.plumbline.importing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which importer comes nearest to a file that none knows: one whose tool the file or its name
 * mentions, rather of the same kind of text. A hint for people; nothing is read by it.
 */
final class Nearest {
  /** Words that are part of many tools' names, or of any report. */
  private static final Set<String> COMMON =
      Set.of(
          "and", "any", "black", "bom", "check", "csv", "data", "files", "format", "from", "host",
          "json", "list", "live", "log", "logs", "open", "other", "output", "owasp", "project",
          "report", "scanner", "serial", "text", "the", "tool", "with", "xml");

  private static final int SHORTEST = 3;
  private static final int NAMED = 3;
  private static final int MENTIONED = 2;

  private record Candidate(ImporterSpec spec, int score) {}

  private Nearest() {}

  /** Empty where the file mentions no tool. */
  static Optional<ImporterSpec> of(Head head, List<Importer> importers) {
    Set<String> name = words(head.name());
    Set<String> text = words(head.text());
    String kind = kind(head.text().stripLeading());
    return importers.stream()
        .map(i -> new Candidate(i.spec(), score(i.spec(), name, text, kind)))
        .filter(c -> c.score() >= MENTIONED)
        .max(Comparator.comparingInt(Candidate::score))
        .map(Candidate::spec);
  }

  private static int score(ImporterSpec spec, Set<String> name, Set<String> text, String kind) {
    Set<String> tool =
        words(spec.tool()).stream()
            .filter(w -> w.length() >= SHORTEST && !COMMON.contains(w))
            .collect(Collectors.toUnmodifiableSet());
    if (tool.isEmpty()) {
      return 0;
    }
    int mentioned = (name.containsAll(tool) ? NAMED : 0) + (text.containsAll(tool) ? MENTIONED : 0);
    boolean same = spec.formats().toLowerCase(Locale.ROOT).contains(kind);
    return mentioned == 0 ? 0 : mentioned + (same ? 1 : 0);
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String kind(String start) {
    if (start.startsWith("<")) {
      return "xml";
    }
    return start.startsWith("{") || start.startsWith("[") ? "json" : "csv";
  }
}
