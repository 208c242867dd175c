package dev.plumbline.scheme;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.Edge;
import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.PartialDate;
import dev.plumbline.catalogue.scheme.ProvisionSet;
import dev.plumbline.catalogue.scheme.ProvisionSet.Basis;
import dev.plumbline.catalogue.scheme.ProvisionSet.Selection;
import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.scheme.Eligibility.Availability;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds schemes against a result. Pure.
 *
 * <p>Nothing is ever eligible by absence: what is open, unknown, inferred, unsure or out of sight
 * of Plumbline makes it {@link Outcome#CANNOT_TELL}. A provision that failed makes it {@link
 * Outcome#NOT_ELIGIBLE}, unless the set that names it is too unsure for that too.
 */
public final class Eligibilities {
  private final SchemeCatalogue schemes;
  private final Map<EditionId, Catalogue> editions;
  private final Standings standings;
  private final EditionId own;
  private final LocalDate on;
  private final Asks asks;
  private final Validities validities;

  private Eligibilities(
      SchemeCatalogue schemes,
      Map<EditionId, Catalogue> editions,
      Assessment assessment,
      Facts facts,
      LocalDate on) {
    this.schemes = schemes;
    this.editions = editions;
    this.standings = new Standings(assessment, editions);
    this.own = assessment.catalogue().edition().id();
    this.on = on;
    this.asks = new Asks(facts, schemes.productKind(), on);
    this.validities = new Validities(asks.knowledge(), schemes.supportEnd(), on);
  }

  /**
   * Every level of every scheme, in their order.
   *
   * @param editions all editions that the schemes number provisions in
   * @param facts those that the result was judged from; what the dossier says of schemes is in them
   * @param on the day for which schemes are asked; the result is taken as it is
   */
  public static List<Eligibility> of(
      SchemeCatalogue schemes,
      Map<EditionId, Catalogue> editions,
      Assessment assessment,
      Facts facts,
      LocalDate on) {
    Eligibilities all = new Eligibilities(schemes, editions, assessment, facts, on);
    return schemes.schemes().stream()
        .flatMap(s -> s.levels().stream().map(l -> all.of(s, l)))
        .toList();
  }

  private Eligibility of(Scheme scheme, Level level) {
    List<Level> levels = scheme.with(level);
    Availabilities.Told available = Availabilities.of(scheme, level, on, schemes.asOf());
    Doubts doubts = new Doubts();
    if (!available.text().isEmpty()) {
      doubts.obstacle(available.text());
    }
    Set<ProvisionSet> sets = new LinkedHashSet<>();
    List<Ask> asked = asks.of(scheme, levels);
    for (Level part : levels) {
      part.sets().forEach(s -> scheme.set(s).ifPresent(sets::add));
      doubts.of(part);
    }
    asked.forEach(doubts::of);
    Map<ProvisionId, Need> needs = new LinkedHashMap<>();
    boolean failed = false;
    for (ProvisionSet set : sets) {
      doubts.of(set, own);
      for (Need need : needs(set)) {
        needs.merge(need.asked(), need, Eligibilities::worse);
        failed |= need.state() == Need.State.FAILED && isFirm(set);
      }
    }
    doubts.of(needs.values());
    boolean met =
        !(needs.isEmpty() && asked.isEmpty())
            && needs.values().stream().allMatch(Need::met)
            && asked.stream().allMatch(Ask::met);
    Outcome outcome =
        failed || isShut(available.availability())
            ? Outcome.NOT_ELIGIBLE
            : met && doubts.obstacles.isEmpty() ? Outcome.ELIGIBLE : Outcome.CANNOT_TELL;
    return new Eligibility(
        scheme,
        level,
        outcome,
        available.availability(),
        List.copyOf(needs.values()),
        asked,
        List.copyOf(doubts.obstacles),
        List.copyOf(doubts.reservations),
        validities.of(levels, asked),
        outcome == Outcome.NOT_ELIGIBLE ? List.of() : recognition(scheme, level));
  }

  private List<Need> needs(ProvisionSet set) {
    EditionId numbering = set.numbering();
    Catalogue edition = editions.get(numbering);
    if (edition == null) {
      throw new IllegalArgumentException("edition " + numbering + " is missing");
    }
    return set.in(edition).stream()
        .map(id -> standings.to(numbering, id, set.selection() == Selection.ANSWERED))
        .toList();
  }

  private static Need worse(Need one, Need other) {
    return one.state().compareTo(other.state()) <= 0 ? one : other;
  }

  /** Whether the set is sure enough for a failure in it to count. */
  private static boolean isFirm(ProvisionSet set) {
    return set.confidence().compareTo(Confidence.MEDIUM) <= 0;
  }

  private static boolean isShut(Availability availability) {
    return availability == Availability.CLOSED || availability == Availability.NOT_YET;
  }

  private List<Edge> recognition(Scheme scheme, Level level) {
    return schemes.from(scheme, level).stream()
        .filter(e -> e.since().on(on) == PartialDate.Reached.YES)
        .toList();
  }

  /** What keeps an answer from being sure: obstacles forbid ELIGIBLE, reservations do not. */
  private static final class Doubts {
    private final Set<String> obstacles = new LinkedHashSet<>();
    private final Set<String> reservations = new LinkedHashSet<>();

    void obstacle(String text) {
      obstacles.add(text);
    }

    void of(Collection<Need> needs) {
      String searched = ids(needs.stream().filter(n -> n.state() == Need.State.SEARCHED));
      if (!searched.isEmpty()) {
        obstacles.add(
            "Searched, and not confirmed: "
                + searched
                + ". Nothing was found; it counts once a person confirms it (plumbline confirm).");
      }
      String confirmed =
          ids(needs.stream().filter(n -> n.rests().equals(Optional.of(Conclusion.CONFIRMED))));
      if (!confirmed.isEmpty()) {
        reservations.add("Rests on searches that a person confirmed: " + confirmed + ".");
      }
    }

    private static String ids(Stream<Need> needs) {
      return needs.map(n -> n.asked().value()).collect(Collectors.joining(", "));
    }

    void of(Level level) {
      level.unknown().forEach(u -> obstacles.add("Unknown: " + u));
      unsure("What is known of level " + level.id(), level.confidence());
    }

    // What is as sure as its level is doubted with it.
    void of(Ask ask) {
      if (ask.requirement().confidence().compareTo(ask.level().confidence()) <= 0) {
        return;
      }
      unsure("What is asked as " + ask.requirement().id(), ask.requirement().confidence());
    }

    void of(ProvisionSet set, EditionId own) {
      if (set.basis() == Basis.INFERRED) {
        obstacles.add("The set '" + set.id() + "' is inferred, not read: " + set.note());
      }
      if (set.edition().isEmpty()) {
        obstacles.add(
            "The edition that it pins is unknown; held against V" + set.numbering() + ".");
      } else if (!set.numbering().equals(own)) {
        reservations.add(
            "Its numbers are those of V"
                + set.numbering()
                + "; V"
                + own
                + " was judged, read through the renamed and split provisions.");
      }
      unsure("The set of provisions '" + set.id() + "'", set.confidence());
    }

    private void unsure(String what, Confidence confidence) {
      String text = what + " is of " + confidence.name().toLowerCase(Locale.ROOT) + " confidence.";
      switch (confidence) {
        case HIGH -> {}
        case MEDIUM -> reservations.add(text);
        case LOW, UNKNOWN -> obstacles.add(text);
      }
    }
  }
}
