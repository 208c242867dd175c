package dev.plumbline.app.edit;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cells as a form shows them: one text, the values of a list a line each. */
public final class CellText {
  /** What a form writes for a list that says that there is none. */
  public static final String NONE = "[]";

  private CellText() {}

  /** A cell as a text; empty where it is nested, so that no form can hold it. */
  public static Optional<String> of(YamlNode node) {
    return switch (node) {
      case Scalar s -> Optional.of(s.isEmpty() ? "" : plain(s.text()));
      case Listing l when l.items().isEmpty() -> Optional.of(NONE);
      case Listing l when l.items().stream().allMatch(i -> i instanceof Scalar s && isLine(s)) ->
          Optional.of(
              l.items().stream()
                  .map(i -> plain(((Scalar) i).text()))
                  .collect(Collectors.joining("\n")));
      case Listing l -> Optional.empty();
      case Mapping m -> Optional.empty();
    };
  }

  private static boolean isLine(Scalar scalar) {
    String text = plain(scalar.text());
    return !text.isEmpty() && text.indexOf('\n') < 0 && !text.equals(NONE);
  }

  /** A text as a form sends and shows it: line feeds, nothing blank at its ends. */
  public static String plain(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /**
   * What a text of a form says in a column. A text that is no value of the column stays a text, so
   * that the check tells what is wrong with it.
   *
   * @param text as {@link #plain} makes it; not empty
   * @param list whether the cell held a list before
   */
  static Object value(IxitColumn column, String text, boolean list) {
    boolean many =
        list || column.type() == ColumnType.LIST || column.type() == ColumnType.ENDPOINTS;
    if (many) {
      return text.equals(NONE)
          ? List.of()
          : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
    return switch (column.type()) {
      case BOOLEAN ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> text;
          };
      case NUMBER -> text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
      case ID, TEXT, LIST, ENUM, DATE, URL, ENDPOINTS -> text;
    };
  }
}
