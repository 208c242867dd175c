package dev.plumbline.declaration;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.FoldedText;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.Words;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * What makes the prose of a cell untestable. The check of the declaration warns of it, and a rule
 * takes such a cell for unknown. What to look for stands in prose.yaml and in the words of the
 * catalogue.
 */
public final class CellWarnings {
  /** Longer cells are not looked through. */
  private static final int LONGEST = 20_000;

  private static final int FEWEST_WORDS = 3;

  private static final Words WORDS = Words.load();

  /**
   * What is wrong with a cell.
   *
   * @param id of the problem
   * @param hit the words that show it
   */
  public record Warning(String id, String hit) {}

  /**
   * A rule about cells.
   *
   * @param columns keys of the columns it looks at; empty for all prose
   * @param says the cell has the problem when this is found
   * @param words the same, by a list of words of the catalogue; without either the cell has the
   *     problem when {@code lacks} is not found
   */
  private record Rule(
      String id,
      List<String> columns,
      Optional<BoundedPattern> says,
      Optional<String> words,
      Optional<BoundedPattern> lacks,
      RowMatch rows) {

    Optional<String> sees(FoldedText folded) {
      String text = folded.text();
      Optional<String> hit =
          says.map(p -> p.matcher(text)).filter(Matcher::find).map(Matcher::group);
      if (words.isPresent()) {
        hit = Optional.of(text).filter(t -> has(words.get(), folded));
      }
      if ((says.isPresent() || words.isPresent()) && hit.isEmpty()) {
        return Optional.empty();
      }
      boolean saved = lacks.isPresent() && lacks.get().matcher(text).find();
      return saved ? Optional.empty() : Optional.of(hit.orElse(text));
    }

    private static boolean has(String list, FoldedText text) {
      return switch (list) {
        case "plans" -> WORDS.speaksOf(Words.Topic.PLANS, text);
        case "away" -> WORDS.speaksOf(Words.Topic.AWAY, text);
        default -> throw new IllegalStateException("prose.yaml: words: " + list);
      };
    }
  }

  private static final Mapping DATA = ShippedData.read("prose.yaml");
  private static final Set<String> PLACEHOLDERS =
      DATA.texts("placeholders").stream().map(Texts::bare).collect(Collectors.toUnmodifiableSet());
  private static final List<String> DESCRIPTIONS = DATA.texts("descriptions");
  private static final List<Rule> RULES =
      DATA.mappings("rules").stream().map(CellWarnings::rule).toList();

  private CellWarnings() {}

  private static Rule rule(Mapping node) {
    return new Rule(
        ShippedData.need(node, "id"),
        node.texts("columns"),
        node.text("says").map(t -> BoundedPattern.compile("(?i)" + t)),
        node.text("words"),
        node.text("lacks").map(t -> BoundedPattern.compile("(?i)" + t)),
        RowMatch.of(node));
  }

  /** Keys of the columns that describe an entry. */
  static List<String> descriptions() {
    return DESCRIPTIONS;
  }

  /** All that is wrong with the prose of a cell; empty for a cell that is no prose, or is blank. */
  public static List<Warning> of(IxitColumn column, Cell cell, IxitEntry entry) {
    boolean prose = column.type() == ColumnType.TEXT || column.type() == ColumnType.LIST;
    if (!prose || cell.isEmpty()) {
      return List.of();
    }
    String text = cell.text();
    if (text.length() > LONGEST) {
      return List.of();
    }
    FoldedText folded = FoldedText.of(text);
    if (column.type() == ColumnType.TEXT && isPlaceholder(folded)) {
      return List.of(new Warning("PLB-7001", text));
    }
    if (column.type() == ColumnType.LIST && isListPlaceholder(folded)) {
      return List.of(new Warning("PLB-7001", text));
    }
    List<Warning> warnings = new ArrayList<>();
    if (DESCRIPTIONS.contains(cell.key())) {
      String bare = folded.folded();
      if (bare.equals(Texts.bare(entry.id())) || bare.equals(Texts.bare(column.name()))) {
        return List.of(new Warning("PLB-7015", text));
      }
      if (folded.size() < FEWEST_WORDS) {
        warnings.add(new Warning("PLB-7014", text));
      }
    }
    for (Rule rule : RULES) {
      if ((rule.columns().isEmpty() || rule.columns().contains(cell.key()))
          && rule.rows().matches(entry)) {
        rule.sees(folded)
            .filter(hit -> warnings.stream().noneMatch(w -> w.id().equals(rule.id())))
            .ifPresent(hit -> warnings.add(new Warning(rule.id(), hit)));
      }
    }
    return List.copyOf(warnings);
  }

  private static boolean isPlaceholder(FoldedText text) {
    return isListPlaceholder(text) || WORDS.isBare(text);
  }

  /** The items of a list may be words that would be bare as prose, such as {@code standard}. */
  private static boolean isListPlaceholder(FoldedText text) {
    return text.folded().isEmpty() || PLACEHOLDERS.contains(text.folded()) || WORDS.isOpen(text);
  }
}
