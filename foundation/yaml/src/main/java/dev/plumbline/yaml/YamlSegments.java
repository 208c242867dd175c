package dev.plumbline.yaml;

import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping, or a list whose items have ids, cut into its entries by whole lines.
 *
 * @param head what stands before the first entry: a key or dash, and comments
 * @param begun whether the first entry stands on the line that the head began
 * @param column of keys or dashes, from 0
 * @param entries by key or id, in their order
 */
record YamlSegments(String head, boolean begun, int column, Map<String, Segment> entries) {

  /**
   * An entry.
   *
   * @param gap comments and blank lines between the entry before and this one
   * @param body from the key or dash to the end of its last line
   */
  record Segment(String gap, String body, YamlNode node, int start, int end) {}

  /** Cuts the lines from {@code start} that hold a node; empty where it is no such node. */
  static Optional<YamlSegments> of(String text, int start, YamlNode node, List<String> identities) {
    if (NodePositions.isFlow(text, node)) {
      return Optional.empty();
    }
    return switch (node) {
      case Mapping m when !m.fields().isEmpty() -> Optional.of(fields(text, start, m));
      case Listing l when !l.items().isEmpty() ->
          YamlLeaves.ids(l, identities).map(ids -> items(text, start, l, ids));
      default -> Optional.empty();
    };
  }

  private static YamlSegments fields(String text, int start, Mapping mapping) {
    Cutter cutter = new Cutter(text, start, mapping.place().column() - 1);
    mapping
        .fields()
        .forEach(
            (key, field) ->
                cutter.cut(
                    key,
                    field.keySpan().start(),
                    Math.max(field.keySpan().end(), NodePositions.end(text, field.value())),
                    field.value()));
    return cutter.done();
  }

  private static YamlSegments items(String text, int start, Listing list, List<String> ids) {
    Cutter cutter = new Cutter(text, start, list.place().column() - 1);
    for (int i = 0; i < ids.size(); i++) {
      YamlNode item = list.items().get(i);
      int dash = text.lastIndexOf('-', item.span().start());
      cutter.cut(ids.get(i), dash, NodePositions.end(text, item), item);
    }
    return cutter.done();
  }

  /** Cuts one entry after the other. */
  private static final class Cutter {
    private final String text;
    private final int column;
    private final Map<String, Segment> entries = new LinkedHashMap<>();
    private String head = "";
    private boolean begun;
    private int at;

    Cutter(String text, int start, int column) {
      this.text = text;
      this.at = start;
      this.column = column;
    }

    void cut(String key, int from, int to, YamlNode node) {
      int line = text.lastIndexOf('\n', from - 1) + 1;
      boolean own = line >= at && text.substring(line, from).isBlank();
      String before = text.substring(at, own ? line : from);
      if (entries.isEmpty()) {
        head = before;
        begun = !own;
      }
      int end = NodePositions.nextLine(text, to);
      String body = text.substring(from, end);
      entries.put(
          key,
          new Segment(
              entries.isEmpty() ? "" : before,
              body.endsWith("\n") ? body : body + "\n",
              node,
              from,
              end));
      at = end;
    }

    YamlSegments done() {
      return new YamlSegments(head, begun, column, entries);
    }
  }
}
