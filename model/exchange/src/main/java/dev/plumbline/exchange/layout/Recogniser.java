package dev.plumbline.exchange.layout;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.NearestName;
import dev.plumbline.core.ProvisionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Finds out which table and which column a name means. A guess is said to be one. */
public final class Recogniser {
  private static final BoundedPattern TABLE_ID =
      BoundedPattern.compile("(\\d{1,2})\\s?[-_ ]\\s?([A-Za-z]{3,})");
  private static final BoundedPattern PARTS = BoundedPattern.compile("[/|\\n]| [-\u2013\u2014] ");
  private static final BoundedPattern YES_OR_NO =
      BoundedPattern.compile("(?i)\\((?:yes/no|yes or no|y/n|y/n/na|ja/nein|oui/non)\\)");
  private static final int LONG_ENOUGH_TO_BEGIN = 8;
  private static final int LONGEST_HEADING = 100;

  private final List<Layout> layouts;
  private final Map<String, Map<String, String>> names = new HashMap<>();
  private final Map<Asked, Optional<Found>> seen = new HashMap<>();
  private final Vocabulary words;

  /** Recognises tables of these layouts. */
  public Recogniser(List<Layout> layouts, Vocabulary words) {
    this.layouts = List.copyOf(layouts);
    this.words = words;
    layouts.forEach(l -> names.put(l.id(), names(l, words)));
  }

  /** A column that a heading means; {@code guess} where it is only near. */
  public record Found(Column column, boolean guess) {}

  private static Map<String, String> names(Layout layout, Vocabulary words) {
    Map<String, String> names = new HashMap<>();
    for (Column c : layout.columns()) {
      names.put(Vocabulary.fold(c.key()), c.key());
      names.put(Vocabulary.fold(c.heading()), c.key());
    }
    // A name that two columns could have counts for neither.
    Map<String, String> other = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (Column c : layout.columns()) {
      for (String word : words.headings(c.key())) {
        if (other.put(word, c.key()) != null) {
          twice.add(word);
        }
      }
    }
    twice.forEach(other::remove);
    other.forEach(names::putIfAbsent);
    return names;
  }

  /** The layout with this id. */
  public Optional<Layout> byId(String id) {
    return layouts.stream().filter(l -> l.id().equals(id)).findFirst();
  }

  /** The table that a title names. */
  public Optional<Layout> byTitle(String title) {
    Matcher id = TABLE_ID.matcher(title.replaceAll("[\u2010-\u2015]", "-"));
    while (id.find()) {
      String written = id.group(1) + "-" + id.group(2);
      Optional<Layout> same =
          layouts.stream().filter(l -> l.id().equalsIgnoreCase(written)).findFirst();
      if (same.isPresent()) {
        return same;
      }
    }
    String folded = Vocabulary.fold(title);
    return words.isSupplier(title)
        ? byId(Layouts.PRODUCT)
        : layouts.stream().filter(l -> isCalled(l, folded)).findFirst();
  }

  private boolean isCalled(Layout layout, String folded) {
    String stem = layout.id().substring(layout.id().indexOf('-') + 1);
    return folded.equals(Vocabulary.fold(layout.title()))
        || folded.equals(Vocabulary.fold(layout.caption()))
        || folded.equals(Vocabulary.fold(stem))
        || words.tables(layout.id()).stream()
            .anyMatch(
                w ->
                    folded.equals(w)
                        || (w.length() >= LONG_ENOUGH_TO_BEGIN && folded.startsWith(w)));
  }

  /** The column that a heading means. */
  public Optional<Found> column(Layout layout, String heading) {
    return heading.length() > LONGEST_HEADING
        ? Optional.empty()
        : seen.computeIfAbsent(new Asked(layout.id(), heading), a -> look(layout, heading));
  }

  private record Asked(String layout, String heading) {}

  private Optional<Found> look(Layout layout, String heading) {
    Map<String, String> known = names.getOrDefault(layout.id(), Map.of());
    String folded = Vocabulary.fold(YES_OR_NO.matcher(heading).replaceAll(""));
    if (known.containsKey(folded)) {
      return found(layout, known, folded, false);
    }
    String bare = Vocabulary.fold(heading.replaceAll("\\([^)]*\\)", " "));
    if (known.containsKey(bare)) {
      return found(layout, known, bare, true);
    }
    Optional<Found> part = inParts(layout, known, heading);
    if (part.isPresent()) {
      return part;
    }
    return folded.length() < 4
        ? Optional.empty()
        : NearestName.among(near(known.keySet(), folded), folded)
            .flatMap(n -> found(layout, known, n, true));
  }

  /**
   * A heading in two languages, or with a word of its own: the one column that a part of it names.
   */
  private static Optional<Found> inParts(Layout layout, Map<String, String> known, String heading) {
    Set<String> keys = new HashSet<>();
    for (String part : PARTS.split(heading)) {
      Optional.ofNullable(known.get(Vocabulary.fold(part))).ifPresent(keys::add);
    }
    return keys.size() == 1
        ? layout.column(keys.iterator().next()).map(c -> new Found(c, true))
        : Optional.empty();
  }

  /** Whether a cell is the number of a provision. */
  public boolean isProvision(String text) {
    return words.provision(text).filter(n -> ProvisionId.isValid(n.provision())).isPresent();
  }

  /** Only names of much the same length: short ones are near to nearly everything. */
  private static List<String> near(Set<String> known, String folded) {
    return known.stream()
        .filter(k -> k.length() >= 4 && Math.abs(k.length() - folded.length()) <= 10)
        .toList();
  }

  private static Optional<Found> found(
      Layout layout, Map<String, String> known, String name, boolean guess) {
    return Optional.ofNullable(known.get(name))
        .flatMap(layout::column)
        .map(c -> new Found(c, guess));
  }

  /** The table whose columns the headings are, where more than half of them fit and none better. */
  public Optional<Layout> byHeadings(List<String> headings) {
    Layout best = null;
    long most = 1;
    boolean alone = true;
    for (Layout layout : layouts) {
      long fits =
          headings.stream()
              .map(h -> column(layout, h))
              .filter(f -> f.isPresent() && !f.get().guess())
              .count();
      boolean named =
          layout.idColumn().isEmpty()
              || headings.stream()
                  .anyMatch(h -> column(layout, h).filter(f -> f.column().isId()).isPresent());
      if (named && fits >= 2 && 2 * fits > headings.size() && fits >= most) {
        alone = fits > most || best == null;
        best = layout;
        most = fits;
      }
    }
    return best == null || !alone ? Optional.empty() : Optional.of(best);
  }
}
