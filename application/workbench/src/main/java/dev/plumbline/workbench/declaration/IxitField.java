package dev.plumbline.workbench.declaration;

import dev.plumbline.app.edit.CellText;
import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.declaration.Declarations.Open;
import dev.plumbline.workbench.declaration.Editing.Link;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A cell of a row as a form asks for it.
 *
 * @param key name of the column in the file
 * @param name name in the pro forma
 * @param meaning what the column asks for
 * @param kind of control: {@code text}, {@code short}, {@code list}, {@code choice}, {@code
 *     suggest}, {@code ticks} or {@code locked}
 * @param form what the text has to look like; empty where it is free
 * @param text what the cell says, the values of a list a line each
 * @param options values to choose from
 * @param links rows that the cell names
 * @param proposed the source of a value that a program proposed and nobody declared; empty for none
 * @param problems at the cell
 * @param lines how many lines a control of several lines shows
 */
public record IxitField(
    String key,
    String name,
    String meaning,
    String kind,
    String form,
    String text,
    List<Option> options,
    List<Link> links,
    String proposed,
    List<ProblemView> problems,
    int lines) {
  private static final int MOST_TICKS = 30;
  private static final int LONGEST = 20_000;

  /** A value to choose. */
  public record Option(String value, String label, boolean chosen) {}

  /**
   * What is known of a cell.
   *
   * @param text as the form holds it; empty where the cell is nested, so that no form can hold it
   */
  record Held(Optional<String> text, String proposed, List<ProblemView> problems) {}

  static IxitField of(Open open, IxitColumn column, Held held) {
    String text = held.text().orElse("");
    boolean locked = held.text().isEmpty() || text.length() > LONGEST;
    List<String> values = new ArrayList<>(column.values());
    column.refs().forEach(t -> rows(open, t).forEach(r -> values.add(r.id())));
    List<String> written = text.equals(CellText.NONE) ? List.of() : text.lines().toList();
    String kind = locked ? "locked" : kind(column, values, written);
    return new IxitField(
        column.key(),
        column.name().equals(column.key()) ? words(column.key()) : column.name(),
        column.meaning(),
        kind,
        form(column),
        locked ? Visible.of(text, 400) : text,
        options(kind, column, values, text, written),
        links(open, column, written),
        held.proposed(),
        held.problems(),
        lines(text));
  }

  private static String kind(IxitColumn column, List<String> values, List<String> written) {
    Set<String> distinct = new LinkedHashSet<>(values);
    boolean list = column.type() == ColumnType.LIST || column.type() == ColumnType.ENDPOINTS;
    if (list || (written.size() > 1 && column.type() == ColumnType.ENUM)) {
      boolean ticks =
          !distinct.isEmpty()
              && distinct.size() <= MOST_TICKS
              && !column.openValues()
              && distinct.containsAll(written)
              && new LinkedHashSet<>(written).size() == written.size();
      return ticks ? "ticks" : "list";
    }
    return switch (column.type()) {
      case BOOLEAN -> "choice";
      case ENUM -> column.openValues() || values.isEmpty() ? "suggest" : "choice";
      case NUMBER, DATE, URL -> "short";
      case ID, TEXT, LIST, ENDPOINTS -> "text";
    };
  }

  private static List<Option> options(
      String kind, IxitColumn column, List<String> values, String text, List<String> written) {
    if (kind.equals("ticks")) {
      List<Option> options = new ArrayList<>();
      new LinkedHashSet<>(values)
          .forEach(v -> options.add(new Option(v, shown(v), written.contains(v))));
      options.add(
          new Option(CellText.NONE, "None (the list is empty)", text.equals(CellText.NONE)));
      return options;
    }
    if (kind.equals("suggest")) {
      return values.stream().map(v -> new Option(v, shown(v), false)).toList();
    }
    if (!kind.equals("choice")) {
      return List.of();
    }
    List<Option> options = new ArrayList<>(List.of(new Option("", "Not stated", text.isEmpty())));
    boolean flag = column.type() == ColumnType.BOOLEAN;
    for (String value : flag ? List.of("true", "false") : values) {
      options.add(
          new Option(
              value,
              flag ? (value.equals("true") ? "Yes" : "No") : shown(value),
              same(flag, value, text)));
    }
    if (options.stream().noneMatch(Option::chosen)) {
      options.add(new Option(text, "As written: " + Visible.of(text, 100), true));
    }
    // The form sends back what the file says where nothing was chosen anew.
    return options.stream()
        .map(o -> o.chosen() && flag ? new Option(text, o.label(), true) : o)
        .toList();
  }

  private static boolean same(boolean flag, String value, String text) {
    return flag
        ? switch (text.toLowerCase(Locale.ROOT)) {
          case "true", "yes" -> value.equals("true");
          case "false", "no" -> value.equals("false");
          default -> false;
        }
        : value.equals(text);
  }

  private static String form(IxitColumn column) {
    return switch (column.type()) {
      case NUMBER -> "A whole number.";
      case DATE -> "A day, such as 2027-06-30.";
      case URL -> "An address that begins with https://.";
      case ENDPOINTS -> "One endpoint a line, such as tcp/8443 or udp/5353.";
      case LIST -> "One value a line.";
      case ID, TEXT, ENUM, BOOLEAN -> "";
    };
  }

  private static List<IxitEntry> rows(Open open, String table) {
    return open.dossier().ixit().entries(table);
  }

  private static List<Link> links(Open open, IxitColumn column, List<String> written) {
    return column.refs().stream()
        .flatMap(t -> rows(open, t).stream())
        .filter(r -> written.contains(r.id()))
        .map(r -> new Link(shown(r.subject()), IxitPage.path(open, r.table(), r.id())))
        .toList();
  }

  private static int lines(String text) {
    int lines = text.lines().mapToInt(l -> 1 + l.length() / 70).sum();
    return Math.clamp(lines, 2, 12);
  }

  private static String shown(String value) {
    return Visible.of(value, 200);
  }

  /** {@code softwareVersion} as people write it. */
  private static String words(String key) {
    String words = key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.isEmpty() ? key : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
