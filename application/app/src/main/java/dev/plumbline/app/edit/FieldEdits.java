package dev.plumbline.app.edit;

import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.List;

/** Edits of single fields that leave a field alone which says the same already. */
final class FieldEdits {
  static final String LEFT_OUT = "Left out:";

  private FieldEdits() {}

  /** The text with a field that says this; one that says nothing becomes a comment. */
  static YamlText with(YamlText text, YamlPath path, String value) {
    String before = text.at(path).flatMap(CellText::of).orElse("");
    if (before.equals(value)) {
      return text;
    }
    return value.isEmpty() ? without(text, path) : put(text, path, value);
  }

  /** The text without a field, which stays as a comment. */
  static YamlText without(YamlText text, YamlPath path) {
    return text.at(path).isPresent() ? text.disable(path, LEFT_OUT) : text;
  }

  /** The text with another value of a field, a list item by item. */
  static YamlText put(YamlText text, YamlPath path, Object value) {
    return value instanceof List<?> wanted && text.at(path).orElse(text.root()) instanceof Listing
        ? text.setList(path, wanted)
        : text.set(path, value);
  }
}
