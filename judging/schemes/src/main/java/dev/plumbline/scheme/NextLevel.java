package dev.plumbline.scheme;

import dev.plumbline.core.ProvisionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Levels whose provisions are not all met, and the provisions that would make them so.
 *
 * @param levels those that need exactly these provisions
 * @param close provisions of the dossier's edition, in its order
 * @param also levels that need some of them and no others
 */
public record NextLevel(List<Eligibility> levels, List<ProvisionId> close, List<Eligibility> also) {
  public NextLevel {
    levels = List.copyOf(levels);
    close = List.copyOf(close);
    also = List.copyOf(also);
  }

  /**
   * The levels that can be had on the day and ask for provisions that are open, the cheapest first.
   * What a level asks for beside provisions stays to be done.
   */
  public static List<NextLevel> among(List<Eligibility> all) {
    Map<Set<ProvisionId>, List<Eligibility>> open = new LinkedHashMap<>();
    all.stream()
        .filter(e -> e.available() == Eligibility.Availability.YES)
        .filter(e -> !e.missing().isEmpty())
        // What the dossier's edition does not ask for cannot be closed in it.
        .filter(e -> e.missing().stream().noneMatch(n -> n.close().isEmpty()))
        .forEach(e -> open.computeIfAbsent(closing(e), k -> new ArrayList<>()).add(e));
    return open.entrySet().stream()
        .map(
            needed ->
                new NextLevel(
                    needed.getValue(),
                    List.copyOf(needed.getKey()),
                    open.entrySet().stream()
                        .filter(other -> !other.getKey().equals(needed.getKey()))
                        .filter(other -> needed.getKey().containsAll(other.getKey()))
                        .flatMap(other -> other.getValue().stream())
                        .toList()))
        .sorted(Comparator.comparingInt(n -> n.close().size()))
        .toList();
  }

  private static Set<ProvisionId> closing(Eligibility level) {
    Set<ProvisionId> close = new TreeSet<>();
    level.missing().forEach(n -> close.addAll(n.close()));
    return close;
  }
}
