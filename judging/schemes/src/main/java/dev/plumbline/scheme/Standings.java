package dev.plumbline.scheme;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.plan.Standing;
import dev.plumbline.scheme.Need.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a result stands to provisions of any edition.
 *
 * <p>A provision of V2.1.1 that V3.1.3 split is met only if all its parts are. The other way round,
 * a part is not met by the whole that it came from, for nobody knows which part was looked at.
 */
final class Standings {
  private static final Comparator<Conclusion> WEAKEST_LAST =
      Comparator.comparingInt(
          c ->
              switch (c) {
                case NOT_APPLICABLE -> 0;
                case PROVED -> 1;
                case CONFIRMED -> 2;
                case DECIDED -> 3;
                case SEARCHED, OPEN, REFUTED -> 4;
              });

  private final EditionId own;
  private final Map<EditionId, Catalogue> editions;
  private final Map<ProvisionId, GroupResult> groups = new HashMap<>();
  private final Map<ProvisionId, List<GroupResult>> successors = new HashMap<>();
  private final Map<Asked, Need> known = new HashMap<>();

  Standings(Assessment assessment, Map<EditionId, Catalogue> editions) {
    this.own = assessment.catalogue().edition().id();
    this.editions = editions;
    assessment
        .groups()
        .forEach(
            g -> {
              groups.put(g.provision().id(), g);
              g.provision()
                  .predecessor()
                  .ifPresent(p -> successors.computeIfAbsent(p, k -> new ArrayList<>()).add(g));
            });
  }

  private record Asked(EditionId edition, ProvisionId id, boolean declineCounts) {}

  /**
   * The standing to one provision.
   *
   * @param edition the edition that numbers it
   * @param declineCounts whether a recommendation declined with a reason is enough
   */
  Need to(EditionId edition, ProvisionId id, boolean declineCounts) {
    return known.computeIfAbsent(new Asked(edition, id, declineCounts), this::worked);
  }

  private Need worked(Asked asked) {
    List<GroupResult> parts = parts(asked);
    if (parts.isEmpty()) {
      return new Need(
          asked.id(),
          List.of(),
          List.of(),
          State.OPEN,
          Optional.empty(),
          "no verdict",
          "V" + own + ", in which the dossier is written, has nothing that stands for it.",
          "Declare and judge the product in V" + asked.edition() + " too.");
    }
    State state = State.MET;
    List<GroupResult> missing = new ArrayList<>();
    for (GroupResult part : parts) {
      State of = state(part, asked, parts.size() > 1);
      if (of != State.MET) {
        missing.add(part);
      }
      state = of.compareTo(state) < 0 ? of : state;
    }
    return new Need(
        asked.id(),
        parts.stream().map(p -> p.provision().id()).toList(),
        missing.stream()
            .filter(g -> !isAbsentHereOnly(g, asked))
            .map(g -> g.provision().id())
            .toList(),
        state,
        state == State.MET
            ? parts.stream().flatMap(p -> p.conclusion().stream()).max(WEAKEST_LAST)
            : Optional.empty(),
        verdicts(parts),
        missing.stream()
            .map(g -> named(g, parts, reason(g, asked)))
            .collect(Collectors.joining(" ")),
        missing.stream().map(g -> named(g, parts, way(g, asked))).collect(Collectors.joining(" ")));
  }

  private List<GroupResult> parts(Asked asked) {
    if (asked.edition().equals(own)) {
      return Optional.ofNullable(groups.get(asked.id())).map(List::of).orElse(List.of());
    }
    if (own.follows(asked.edition())) {
      return successors.getOrDefault(asked.id(), List.of());
    }
    if (!asked.edition().follows(own)) {
      return List.of();
    }
    return provision(asked)
        .flatMap(Provision::predecessor)
        .filter(p -> !isSplit(p, asked.edition()))
        .flatMap(p -> Optional.ofNullable(groups.get(p)))
        .map(List::of)
        .orElse(List.of());
  }

  private boolean isSplit(ProvisionId older, EditionId newer) {
    return Optional.ofNullable(editions.get(newer)).stream()
            .flatMap(c -> c.provisions().values().stream())
            .filter(p -> p.predecessor().equals(Optional.of(older)))
            .count()
        > 1;
  }

  private Optional<Provision> provision(Asked asked) {
    return Optional.ofNullable(editions.get(asked.edition())).flatMap(c -> c.provision(asked.id()));
  }

  private State state(GroupResult part, Asked asked, boolean split) {
    if (part.standing() == Standing.DECLINED) {
      return asked.declineCounts() ? State.MET : missed(part, asked, split);
    }
    Verdict verdict = part.verdict().orElse(Verdict.INCONCLUSIVE);
    return switch (verdict) {
      case PASS -> State.MET;
      case INCONCLUSIVE -> isSearched(part) ? State.SEARCHED : State.OPEN;
      case FAIL -> missed(part, asked, split);
      case NOT_APPLICABLE ->
          part.standing() == Standing.NOT_APPLICABLE && mayBeAbsent(asked) ? State.MET : State.OPEN;
    };
  }

  private static boolean isSearched(GroupResult part) {
    return part.conclusion().equals(Optional.of(Conclusion.SEARCHED));
  }

  // A recommendation that is new beside a requirement was no part of what that required.
  private State missed(GroupResult part, Asked asked, boolean split) {
    boolean added = split && !part.provision().mandatory() && isMandatory(asked);
    return added ? State.OPEN : State.FAILED;
  }

  private boolean isMandatory(Asked asked) {
    return provision(asked).map(Provision::mandatory).orElse(true);
  }

  /** Whether the edition that asks for it lets it be left out at all. */
  private boolean mayBeAbsent(Asked asked) {
    return asked.edition().equals(own) || provision(asked).map(Provision::naAllowed).orElse(false);
  }

  private boolean isAbsentHereOnly(GroupResult part, Asked asked) {
    return part.standing() == Standing.NOT_APPLICABLE && !mayBeAbsent(asked);
  }

  private String reason(GroupResult part, Asked asked) {
    return isAbsentHereOnly(part, asked)
        ? "It is not applicable in V"
            + own
            + ", but V"
            + asked.edition()
            + " asks for it of every product."
        : ProvisionGap.reason(part);
  }

  private String way(GroupResult part, Asked asked) {
    return isAbsentHereOnly(part, asked)
        ? "Declare and judge the product in V" + asked.edition() + " too."
        : ProvisionGap.way(part);
  }

  private static String named(GroupResult part, List<GroupResult> parts, String text) {
    return parts.size() == 1 ? text : part.provision().id() + ": " + text;
  }

  private static String verdicts(List<GroupResult> parts) {
    return parts.stream().map(Standings::verdict).distinct().collect(Collectors.joining(", "));
  }

  private static String verdict(GroupResult part) {
    if (isSearched(part)) {
      return "searched";
    }
    return part.verdict()
        .map(Verdict::name)
        .orElse("declined")
        .replace('_', ' ')
        .toLowerCase(Locale.ROOT);
  }
}
