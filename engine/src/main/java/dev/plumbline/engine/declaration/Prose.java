package dev.plumbline.engine.declaration;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prose that leaves a cell untestable. What to look for stands in prose.yaml. */
final class Prose implements Concern {
  private static final int LONGEST = 20_000;

  /**
   * A rule about cells.
   *
   * @param columns keys of the columns it looks at; empty for all prose
   * @param says the cell has the problem when this is found; absent: it has it when {@code lacks}
   *     is not found
   */
  private record Rule(
      String id,
      List<String> columns,
      Optional<Pattern> says,
      Optional<Pattern> lacks,
      RowMatch rows) {

    Optional<String> sees(String text) {
      Optional<String> hit =
          says.map(p -> p.matcher(text)).filter(Matcher::find).map(Matcher::group);
      if (says.isPresent() && hit.isEmpty()) {
        return Optional.empty();
      }
      boolean saved = lacks.isPresent() && lacks.get().matcher(text).find();
      return saved ? Optional.empty() : Optional.of(hit.orElse(text));
    }
  }

  private final Mapping data = ShippedData.read("prose.yaml");
  private final List<String> placeholders =
      data.texts("placeholders").stream().map(Texts::bare).toList();
  private final List<String> descriptions = data.texts("descriptions");
  private final List<Rule> rules = data.mappings("rules").stream().map(Prose::rule).toList();

  private static Rule rule(Mapping node) {
    return new Rule(
        ShippedData.need(node, "id"),
        node.texts("columns"),
        node.text("says").map(t -> Pattern.compile("(?i)" + t)),
        node.text("lacks").map(t -> Pattern.compile("(?i)" + t)),
        RowMatch.of(node));
  }

  @Override
  public boolean refuses() {
    return false;
  }

  @Override
  public void look(Declared declared, Found found) {
    for (IxitTable table : declared.catalogue().tables().values()) {
      Map<String, IxitEntry> descriptions = new HashMap<>();
      for (IxitEntry entry : declared.entries(table)) {
        entry
            .cells()
            .values()
            .forEach(c -> table.column(c.key()).ifPresent(k -> cell(k, c, entry, found)));
        copied(entry, descriptions, found);
      }
    }
  }

  private void cell(IxitColumn column, Cell cell, IxitEntry entry, Found found) {
    boolean prose = column.type() == ColumnType.TEXT || column.type() == ColumnType.LIST;
    if (!prose || cell.isEmpty() || cell.text().length() > LONGEST) {
      return;
    }
    String text = cell.text();
    String bare = Texts.bare(text);
    if (bare.isEmpty() || placeholders.contains(bare)) {
      found.add("PLB-7001", cell.place(), entry.subject(), cell.key(), Texts.shown(text));
      return;
    }
    boolean description = descriptions.contains(cell.key());
    if (description
        && (bare.equals(Texts.bare(entry.id())) || bare.equals(Texts.bare(column.name())))) {
      found.add("PLB-7015", cell.place(), entry.subject(), cell.key(), Texts.shown(text));
      return;
    }
    if (description && Texts.words(text) < 3) {
      found.add("PLB-7014", cell.place(), entry.subject(), cell.key(), Texts.shown(text));
    }
    for (Rule rule : rules) {
      if ((rule.columns().isEmpty() || rule.columns().contains(cell.key()))
          && rule.rows().matches(entry)) {
        rule.sees(text)
            .ifPresent(
                hit ->
                    found.add(
                        rule.id(), cell.place(), entry.subject(), cell.key(), Texts.shown(hit)));
      }
    }
  }

  private void copied(IxitEntry entry, Map<String, IxitEntry> seen, Found found) {
    for (String key : descriptions) {
      Optional<Cell> cell = Declared.filled(entry, key);
      if (cell.isPresent() && Texts.words(cell.get().text()) > 2) {
        IxitEntry first = seen.putIfAbsent(key + Texts.bare(cell.get().text()), entry);
        if (first != null) {
          found.add("PLB-7016", cell.get().place(), entry.subject(), cell.get().key(), first.id());
        }
      }
    }
  }
}
