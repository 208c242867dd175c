package dev.plumbline.yaml;

import dev.plumbline.yaml.YamlNode.Field;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;

/** Where nodes begin and end in their text, to the character. */
final class NodePositions {
  private NodePositions() {}

  /** Whether a list or mapping is written with brackets or braces. */
  static boolean isFlow(String text, YamlNode node) {
    return !(node instanceof Scalar)
        && node.span().start() < text.length()
        && "[{".indexOf(text.charAt(node.span().start())) >= 0;
  }

  /** Whether a scalar is written with {@code |} or {@code >}. */
  static boolean isBlockScalar(String text, Scalar scalar) {
    return scalar.quoted()
        && scalar.span().start() < text.length()
        && "|>".indexOf(text.charAt(scalar.span().start())) >= 0;
  }

  /** Behind the last character of a node, trailing comments and blank lines left out. */
  static int end(String text, YamlNode node) {
    if (node instanceof Scalar s && isBlockScalar(text, s)) {
      String sign = text.substring(s.span().start(), lineEnd(text, s.span().start()));
      boolean keeps = sign.replaceFirst(" #.*", "").indexOf('+') >= 0;
      return keeps ? s.span().end() : contentEnd(text, s.span());
    }
    return node instanceof Scalar || isFlow(text, node) ? node.span().end() : lastEnd(text, node);
  }

  /** Behind the last child of a list or mapping; its start when it has none. */
  static int lastEnd(String text, YamlNode node) {
    return switch (node) {
      case Scalar s -> s.span().end();
      case Listing l -> l.items().isEmpty() ? l.span().start() : end(text, l.items().getLast());
      case Mapping m -> m.fields().isEmpty() ? m.span().start() : fieldEnd(text, m);
    };
  }

  private static int fieldEnd(String text, Mapping mapping) {
    int end = mapping.span().start();
    for (Field field : mapping.fields().values()) {
      end = Math.max(field.keySpan().end(), end(text, field.value()));
    }
    return end;
  }

  /** Behind the last line of a block scalar that is not blank. */
  static int contentEnd(String text, Span span) {
    int end = Math.min(span.end(), text.length());
    while (end > span.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return Math.min(nextLine(text, end), Math.max(span.end(), end));
  }

  /** The end of the line that an offset lies in, before its line break. */
  static int lineEnd(String text, int offset) {
    int feed = text.indexOf('\n', offset);
    int end = feed < 0 ? text.length() : feed;
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The start of the next line; the offset itself when it is one. */
  static int nextLine(String text, int offset) {
    if (offset == 0 || text.charAt(offset - 1) == '\n') {
      return offset;
    }
    int feed = text.indexOf('\n', offset);
    return feed < 0 ? text.length() : feed + 1;
  }

  /** A comma between the last child and the closing bracket, comments skipped; -1 when none. */
  static int comma(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '#') {
        i = lineEnd(text, i);
      } else if (c == ',') {
        return i;
      }
    }
    return -1;
  }
}
