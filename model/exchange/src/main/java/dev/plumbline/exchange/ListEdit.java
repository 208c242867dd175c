package dev.plumbline.exchange;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Changes a list in a YAML text: items are set and added; only a list without comments shrinks. */
final class ListEdit {
  private ListEdit() {}

  /**
   * The text with another list.
   *
   * @throws IllegalArgumentException if comments or nested values would be lost
   */
  static YamlText set(YamlText text, YamlPath path, Listing before, List<?> wanted) {
    boolean flat = before.items().stream().allMatch(Scalar.class::isInstance);
    if (!flat) {
      throw new IllegalArgumentException("the list holds more than single values");
    }
    return wanted.size() >= before.items().size()
        ? longer(text, path, before, wanted)
        : shorter(text, path, before, wanted);
  }

  private static YamlText longer(YamlText text, YamlPath path, Listing before, List<?> wanted) {
    YamlText edited = text;
    for (int i = 0; i < wanted.size(); i++) {
      if (i >= before.items().size()) {
        edited = edited.add(path, wanted.get(i));
      } else if (!before.items().get(i).plain().equals(wanted.get(i))) {
        edited = edited.set(path.index(i), wanted.get(i));
      }
    }
    return edited;
  }

  private static YamlText shorter(YamlText text, YamlPath path, Listing before, List<?> wanted) {
    int start = before.span().start();
    int end = before.span().end();
    String old = text.text().substring(start, end);
    if (old.contains("#")) {
      throw new IllegalArgumentException("comments stand in the list");
    }
    String tail = old.substring(old.stripTrailing().length());
    String written = JsonMapper.shared().writeValueAsString(new ArrayList<>(wanted));
    String edited =
        text.text().substring(0, start)
            + written.replace("\",\"", "\", \"")
            + tail
            + text.text().substring(end);
    Problems problems = new Problems();
    return YamlText.of(edited, "", problems)
        .filter(t -> t.at(path).filter(n -> n.plain().equals(wanted)).isPresent())
        .orElseThrow(() -> new IllegalArgumentException("the list cannot be made shorter"));
  }
}
