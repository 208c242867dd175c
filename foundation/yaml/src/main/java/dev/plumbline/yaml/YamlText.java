package dev.plumbline.yaml;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML document as its author wrote it, with edits that leave comments, order and formatting as
 * they are. Immutable: each edit gives a new text. Nothing is ever removed. Each edit reads its own
 * outcome and holds it against what was asked, so that no edit changes anything else.
 *
 * <p>Values are {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code List} and
 * {@code Map} with text keys.
 */
public final class YamlText {
  private final String text;
  private final String file;
  private final YamlNode root;

  private YamlText(String text, String file, YamlNode root) {
    this.text = text;
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a text.
   *
   * @param problems receives what is wrong with it, as {@link YamlReader#read} tells it
   * @return empty when anything is wrong
   */
  public static Optional<YamlText> of(String text, String file, Problems problems) {
    Problems own = new Problems();
    Optional<YamlNode> root = YamlReader.read(text, file, own);
    own.sorted().forEach(problems::add);
    return own.hasErrors() ? Optional.empty() : root.map(r -> new YamlText(text, file, r));
  }

  public String text() {
    return text;
  }

  public YamlNode root() {
    return root;
  }

  /** The value at a path; empty when there is none. */
  public Optional<YamlNode> at(YamlPath path) {
    Cursor cursor = walk(path);
    return cursor.rest().isEmpty() ? Optional.of(cursor.node()) : Optional.empty();
  }

  /**
   * Replaces the scalar at a path, or adds a field, with the mappings above it where they are
   * missing.
   *
   * @throws IllegalArgumentException if a list or mapping stands there, which would be removed, or
   *     if the path leads through a value that is no mapping
   * @throws YamlEditException if the form of the text does not allow it
   */
  public YamlText set(YamlPath path, Object value) {
    Cursor cursor = walk(path);
    Object wanted = nested(cursor.rest(), value);
    String edited;
    if (cursor.node() instanceof Scalar s && (cursor.rest().isEmpty() || s.isEmpty())) {
      edited = replaced(cursor, s, wanted);
    } else if (cursor.node() instanceof Mapping m && !cursor.rest().isEmpty()) {
      String key = ((YamlPath.Key) cursor.rest().getFirst()).name();
      Object inner = nested(cursor.rest().subList(1, cursor.rest().size()), value);
      edited = withField(m, cursor.flow(), key, inner);
    } else {
      throw new IllegalArgumentException(
          cursor.node().place() + ": '" + path + "' cannot be set without removing what is there");
    }
    return checked(edited, YamlTree.set(root.plain(), path.steps(), value));
  }

  /**
   * Adds an item at the end of a list; an absent or empty list is made.
   *
   * @throws IllegalArgumentException if something else stands there
   * @throws YamlEditException if the form of the text does not allow it
   */
  public YamlText add(YamlPath list, Object item) {
    Cursor cursor = walk(list);
    boolean nothing = cursor.node() instanceof Scalar s && s.isEmpty();
    if (!cursor.rest().isEmpty() || nothing) {
      Written block = new Written("", Written.item(item, cursor.indent() + 2));
      return cursor.rest().isEmpty() && !cursor.flow()
          ? checked(
              spliced(cursor.node().span(), block),
              YamlTree.set(root.plain(), list.steps(), List.of(item)))
          : set(list, List.of(item));
    }
    if (!(cursor.node() instanceof Listing l)) {
      throw new IllegalArgumentException(cursor.node().place() + ": '" + list + "' is no list");
    }
    return checked(withItem(l, cursor, item), YamlTree.add(root.plain(), list.steps(), item));
  }

  /**
   * Makes a list of single values another one: items are set and added where the list gets longer,
   * and a list without comments is written anew where it gets shorter.
   *
   * @param wanted at least one value; a list that holds nothing is set with {@link #set}
   * @throws IllegalArgumentException if no list stands there, or comments or nested values would be
   *     lost
   * @throws YamlEditException if the form of the text does not allow it
   */
  public YamlText setList(YamlPath path, List<?> wanted) {
    if (!(at(path).orElse(root) instanceof Listing before)
        || !before.items().stream().allMatch(Scalar.class::isInstance)) {
      throw new IllegalArgumentException("'" + path + "' is no list of single values");
    }
    if (wanted.size() < before.items().size()) {
      return shorter(path, before, wanted);
    }
    YamlText edited = this;
    for (int i = 0; i < wanted.size(); i++) {
      if (i >= before.items().size()) {
        edited = edited.add(path, wanted.get(i));
      } else if (!before.items().get(i).plain().equals(wanted.get(i))) {
        edited = edited.set(path.index(i), wanted.get(i));
      }
    }
    return edited;
  }

  private YamlText shorter(YamlPath path, Listing before, List<?> wanted) {
    int start = before.span().start();
    int end = isFlow(before) ? before.span().end() : NodePositions.lastEnd(text, before);
    if (text.substring(start, end).indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          before.place() + ": comments, or texts with '#', stand in the list");
    }
    String edited = text.substring(0, start) + Written.inline(wanted, true) + text.substring(end);
    return checked(edited, YamlTree.set(root.plain(), path.steps(), wanted));
  }

  /**
   * Gives a key another name; its place, value and comments stay.
   *
   * @throws IllegalArgumentException if no such key is there, or one has the other name already
   */
  public YamlText rename(YamlPath path, String name) {
    YamlPath above = new YamlPath(path.steps().subList(0, path.steps().size() - 1));
    String old = ((YamlPath.Key) path.steps().getLast()).name();
    if (!(at(above).orElse(root) instanceof Mapping m)
        || !m.fields().containsKey(old)
        || m.fields().containsKey(name)) {
      throw new IllegalArgumentException("'" + path + "' cannot be renamed to '" + name + "'");
    }
    Span span = m.fields().get(old).keySpan();
    String edited =
        text.substring(0, span.start()) + Quoting.key(name, true) + text.substring(span.end());
    return checked(edited, YamlTree.renamed(root.plain(), path.steps(), name));
  }

  /**
   * Turns a field or an item of a list into a comment: it says nothing any more, and stays to be
   * read. Within brackets, where no comment can stand, it is left out.
   *
   * @param note a line to put above it
   * @throws IllegalArgumentException if nothing is there
   * @throws YamlEditException if the form of the text does not allow it
   */
  public YamlText disable(YamlPath path, String note) {
    String edited = Disabling.of(text, root, path, note);
    return checked(edited, YamlTree.without(root.plain(), path.steps()));
  }

  /**
   * As far down a path as the document goes.
   *
   * @param flow whether the node stands within brackets or braces
   * @param indent column of the key or dash that it belongs to; -2 for the root
   * @param rest steps that lead no further
   */
  private record Cursor(YamlNode node, boolean flow, int indent, List<YamlPath.Step> rest) {}

  private Cursor walk(YamlPath path) {
    YamlNode node = root;
    boolean flow = false;
    int indent = -2;
    for (int i = 0; i < path.steps().size(); i++) {
      Optional<Child> child = child(node, path.steps().get(i));
      flow = flow || isFlow(node);
      if (child.isEmpty()) {
        return new Cursor(node, flow, indent, rest(path, i));
      }
      node = child.get().node();
      indent = child.get().column();
    }
    return new Cursor(node, flow, indent, List.of());
  }

  /**
   * A value one step down.
   *
   * @param column of the key or dash that it belongs to, from 0
   */
  private record Child(YamlNode node, int column) {}

  private static Optional<Child> child(YamlNode node, YamlPath.Step step) {
    if (step instanceof YamlPath.Key k && node instanceof Mapping m) {
      return Optional.ofNullable(m.fields().get(k.name()))
          .map(f -> new Child(f.value(), f.keyPlace().column() - 1));
    }
    return step instanceof YamlPath.Index i
            && node instanceof Listing l
            && i.position() < l.items().size()
        ? Optional.of(new Child(l.items().get(i.position()), l.place().column() - 1))
        : Optional.empty();
  }

  private static List<YamlPath.Step> rest(YamlPath path, int from) {
    List<YamlPath.Step> rest = path.steps().subList(from, path.steps().size());
    if (rest.stream().anyMatch(YamlPath.Index.class::isInstance)) {
      throw new IllegalArgumentException("'" + path + "' names an item that is not there");
    }
    return rest;
  }

  private static Object nested(List<YamlPath.Step> keys, Object value) {
    Object nested = value;
    for (YamlPath.Step step : keys.reversed()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put(((YamlPath.Key) step).name(), nested);
      nested = map;
    }
    return nested;
  }

  private String replaced(Cursor cursor, Scalar scalar, Object value) {
    Written written =
        cursor.flow()
            ? new Written(Written.inline(value, true), List.of())
            : Written.block(value, cursor.indent());
    return NodePositions.isBlockScalar(text, scalar)
        ? splicedBlock(scalar, written)
        : spliced(scalar.span(), written);
  }

  /** Puts the head in the place of a span, and the lines behind the line in which it ends. */
  private String spliced(Span span, Written written) {
    int start = span.start();
    String head = written.head();
    if (head.isEmpty()) {
      while (start > 0 && text.charAt(start - 1) == ' ') {
        start--;
      }
    } else if (start > 0 && ":-".indexOf(text.charAt(start - 1)) >= 0) {
      head = " " + head;
    }
    int lineEnd = NodePositions.lineEnd(text, span.end());
    String remainder = text.substring(span.end(), written.lines().isEmpty() ? span.end() : lineEnd);
    int after = written.lines().isEmpty() ? span.end() : lineEnd;
    return text.substring(0, start)
        + head
        + remainder
        + following(written.lines())
        + text.substring(after);
  }

  /** A block scalar covers whole lines; a comment behind its sign stays. */
  private String splicedBlock(Scalar scalar, Written written) {
    int start = scalar.span().start();
    int headEnd = NodePositions.lineEnd(text, start);
    String sign = text.substring(start, headEnd);
    int comment = sign.indexOf(" #");
    int end = NodePositions.contentEnd(text, scalar.span());
    String gap = written.head().isEmpty() && comment < 0 ? "" : written.head();
    return text.substring(0, start)
        + gap
        + (comment < 0 ? "" : sign.substring(comment))
        + following(written.lines())
        + (end > headEnd && text.charAt(end - 1) == '\n' ? newline() : "")
        + text.substring(Math.max(end, headEnd));
  }

  private String following(List<String> lines) {
    StringBuilder all = new StringBuilder();
    lines.forEach(l -> all.append(newline()).append(l));
    return all.toString();
  }

  private String withField(Mapping mapping, boolean flow, String key, Object value) {
    if (flow || isFlow(mapping)) {
      String field = Quoting.key(key, true) + ": " + Written.inline(value, true);
      return withinBrackets(mapping, field);
    }
    return withLines(mapping, Written.field(key, value, mapping.place().column() - 1));
  }

  private String withItem(Listing list, Cursor cursor, Object item) {
    if (!isFlow(list)) {
      return withLines(list, Written.item(item, list.place().column() - 1));
    }
    boolean oneLine = text.substring(list.span().start(), list.span().end()).indexOf('\n') < 0;
    if (list.items().isEmpty() && oneLine && !cursor.flow() && item instanceof Map<?, ?>) {
      return spliced(list.span(), new Written("", Written.item(item, cursor.indent() + 2)));
    }
    return withinBrackets(list, Written.inline(item, true));
  }

  private String withinBrackets(YamlNode node, String addition) {
    int close = node.span().end() - 1;
    int last = NodePositions.lastEnd(text, node);
    int comma = NodePositions.comma(text, last, close);
    boolean empty = last <= node.span().start() + 1;
    int at = empty ? node.span().start() + 1 : comma >= 0 ? comma + 1 : last;
    String before = empty ? "" : comma >= 0 ? " " : ", ";
    return text.substring(0, at) + before + addition + text.substring(at);
  }

  private String withLines(YamlNode node, List<String> lines) {
    int at = NodePositions.nextLine(text, NodePositions.end(text, node));
    boolean unended = at > 0 && text.charAt(at - 1) != '\n';
    return text.substring(0, at)
        + (unended ? newline() : "")
        + String.join(newline(), lines)
        + newline()
        + text.substring(at);
  }

  private String newline() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  private boolean isFlow(YamlNode node) {
    return NodePositions.isFlow(text, node);
  }

  private YamlText checked(String edited, Object expected) {
    Problems problems = new Problems();
    Optional<YamlNode> outcome = YamlReader.read(edited, file, problems);
    if (problems.hasErrors() || outcome.isEmpty() || !outcome.get().plain().equals(expected)) {
      throw new YamlEditException(
          root.place(), "the form of this file does not allow the edit; make it by hand");
    }
    return new YamlText(edited, file, outcome.get());
  }
}
