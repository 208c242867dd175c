package dev.plumbline.workbench.declaration;

import dev.plumbline.yaml.Span;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Field;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.Optional;

/**
 * Lines of a file of a dossier that belong together, such as those of a row.
 *
 * @param first from 1; 0 where the file has no such lines
 * @param last the same line, or a later one
 */
record FileLines(String file, int first, int last) {
  static FileLines none(String file) {
    return new FileLines(file, 0, 0);
  }

  boolean hold(int line) {
    return first > 0 && line >= first && line <= last;
  }

  /** The lines of what stands at a path, with its key. */
  static FileLines of(String file, YamlText text, YamlPath path) {
    Optional<YamlNode> node = text.at(path);
    if (node.isEmpty()) {
      return none(file);
    }
    int first = node.get().place().line();
    if (path.steps().getLast() instanceof YamlPath.Key k) {
      YamlPath above = new YamlPath(path.steps().subList(0, path.steps().size() - 1));
      first =
          text.at(above)
              .filter(Mapping.class::isInstance)
              .map(m -> ((Mapping) m).fields().get(k.name()))
              .map(f -> f.keyPlace().line())
              .orElse(first);
    }
    int end = end(node.get());
    while (end > 0 && Character.isWhitespace(text.text().charAt(end - 1))) {
      end--;
    }
    int last = 1;
    for (int i = 0; i < end; i++) {
      last += text.text().charAt(i) == '\n' ? 1 : 0;
    }
    return new FileLines(file, first, Math.max(first, last));
  }

  private static int end(YamlNode node) {
    return switch (node) {
      case Scalar s -> s.span().end();
      case Listing l -> l.items().isEmpty() ? l.span().end() : end(l.items().getLast());
      case Mapping m ->
          m.fields().values().stream()
              .map(f -> Math.max(behind(f.keySpan()), end(f.value())))
              .max(Integer::compare)
              .orElse(behind(m.span()));
    };
  }

  private static int behind(Span span) {
    return span.end();
  }

  /** The lines of a field, for problems that stand at one cell. */
  static FileLines of(String file, Field field, YamlText text) {
    int last = field.keyPlace().line();
    int end = Math.min(end(field.value()), text.text().length());
    for (int i = field.keySpan().end(); i < end; i++) {
      last += text.text().charAt(i) == '\n' ? 1 : 0;
    }
    return new FileLines(file, field.keyPlace().line(), last);
  }
}
