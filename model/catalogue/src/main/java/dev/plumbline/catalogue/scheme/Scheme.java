package dev.plumbline.catalogue.scheme;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A label, mark or law with its levels.
 *
 * @param stateSince since when the state is so
 * @param levels lowest first
 */
public record Scheme(
    String id,
    String name,
    SchemeKind kind,
    SchemeState state,
    PartialDate stateSince,
    Map<Topic, List<SchemeFact>> facts,
    List<ProvisionSet> sets,
    List<Level> levels) {
  public Scheme {
    EnumMap<Topic, List<SchemeFact>> ordered = new EnumMap<>(Topic.class);
    facts.forEach((topic, known) -> ordered.put(topic, List.copyOf(known)));
    facts = Collections.unmodifiableMap(ordered);
    sets = List.copyOf(sets);
    levels = List.copyOf(levels);
  }

  public Optional<Level> level(String level) {
    return levels.stream().filter(l -> l.id().equals(level)).findFirst();
  }

  public Optional<ProvisionSet> set(String set) {
    return sets.stream().filter(s -> s.id().equals(set)).findFirst();
  }

  /** The level and all that it includes, the included first, each once. */
  public List<Level> with(Level level) {
    Set<Level> all = new LinkedHashSet<>();
    collect(level, all, new LinkedHashSet<>());
    return List.copyOf(all);
  }

  // A level that includes itself on a way is refused by the linter; here it ends all the same.
  private void collect(Level level, Set<Level> all, Set<String> seen) {
    if (seen.add(level.id())) {
      level.includes().forEach(i -> level(i).ifPresent(l -> collect(l, all, seen)));
      all.add(level);
    }
  }
}
