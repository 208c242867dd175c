package dev.plumbline.dossier.file;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.Span;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plain form of a dossier's YAML: line feeds, no blanks at line ends, one line break at the
 * end, the schema named in the first line. Comments, order, quotes and values stay.
 */
public final class DossierFormat {
  private DossierFormat() {}

  /**
   * Formats a text.
   *
   * @param file relative to the dossier; tells which schema it has
   * @param edition version of EN 303 645, which is part of the schema's path
   * @param problems {@code PLB-1070} a tab in indentation, or whatever else keeps it from being
   *     read
   * @return empty when the text is broken; then nothing should be written
   */
  public static Optional<String> format(
      String text, String file, String edition, Problems problems) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    unix = unix.startsWith("\uFEFF") ? unix.substring(1) : unix;
    if (YamlReader.isComment(unix)) {
      return Optional.of(SchemaLine.put(trimmed(unix, List.of()).strip() + "\n", file, edition));
    }
    Problems own = new Problems();
    Optional<YamlNode> root = YamlReader.read(unix, file, own);
    List<Span> fixed = root.map(DossierFormat::fixedSpans).orElse(List.of());
    boolean tabs = tabs(unix, fixed, file, problems);
    if (tabs || own.hasErrors() || root.isEmpty()) {
      if (!tabs) {
        own.sorted().forEach(problems::add);
      }
      return Optional.empty();
    }
    Object values = root.get().plain();
    String trimmed = trimmed(unix, fixed);
    String ended = trimmed.stripTrailing() + "\n";
    String formatted = reads(ended, values) ? ended : trimmed;
    String named = SchemaLine.put(formatted, file, edition);
    if (!reads(named, values)) {
      throw new IllegalStateException("formatting would change a value of " + file);
    }
    return Optional.of(named);
  }

  private static boolean reads(String text, Object values) {
    return YamlReader.read(text, "", new Problems())
        .filter(n -> n.plain().equals(values))
        .isPresent();
  }

  /** Blanks belong to the value in quotes and blocks that go over several lines. */
  private static List<Span> fixedSpans(YamlNode node) {
    Stream<Span> spans =
        switch (node) {
          case Scalar s -> s.quoted() ? Stream.of(s.span()) : Stream.of();
          case Listing l -> l.items().stream().flatMap(i -> fixedSpans(i).stream());
          case Mapping m ->
              m.fields().values().stream().flatMap(f -> fixedSpans(f.value()).stream());
        };
    return spans.toList();
  }

  private static boolean tabs(String text, List<Span> fixed, String file, Problems problems) {
    boolean found = false;
    int span = 0;
    int line = 0;
    for (int start = 0; start <= text.length(); start = lineEnd(text, start) + 1) {
      line++;
      while (span < fixed.size() && fixed.get(span).end() <= start) {
        span++;
      }
      boolean inside = span < fixed.size() && fixed.get(span).start() < start;
      String content = text.substring(start, lineEnd(text, start));
      String indent = content.substring(0, content.length() - content.stripLeading().length());
      if (!inside && !content.isBlank() && indent.indexOf('\t') >= 0) {
        found = true;
        problems.error(
            "PLB-1070",
            new Place(file, line, indent.indexOf('\t') + 1),
            "A tab stands in the indentation.",
            "Indent by two spaces; YAML does not allow tabs there.");
      }
    }
    return found;
  }

  private static String trimmed(String text, List<Span> fixed) {
    List<String> lines = new ArrayList<>();
    int span = 0;
    for (int start = 0; start <= text.length(); start = lineEnd(text, start) + 1) {
      int end = lineEnd(text, start);
      while (span < fixed.size() && fixed.get(span).end() <= end) {
        span++;
      }
      boolean inside = span < fixed.size() && fixed.get(span).start() <= end;
      String line = text.substring(start, end);
      lines.add(inside ? line : line.stripTrailing());
    }
    return String.join("\n", lines);
  }

  private static int lineEnd(String text, int from) {
    int feed = text.indexOf('\n', from);
    return feed < 0 ? text.length() : feed;
  }
}
