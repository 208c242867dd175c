package dev.plumbline.scheme;

import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.Proof;
import dev.plumbline.catalogue.scheme.Requirement;
import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.dossier.SchemeEvidence;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.scheme.Ask.State;
import dev.plumbline.scheme.Backing.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a dossier stands to what levels ask beside provisions. */
final class Asks {
  private final Facts facts;
  private final Proof productKind;
  private final LocalDate on;
  private final Knowledge knowledge;
  private final Backing backing;

  /**
   * @param productKind what counts as proof that a product is of the kind that a level is for
   */
  Asks(Facts facts, Proof productKind, LocalDate on) {
    this.facts = facts;
    this.productKind = productKind;
    this.on = on;
    this.knowledge = new Knowledge(facts);
    this.backing =
        new Backing(
            facts.dossier().evidence(), facts.dossier().product().softwareVersion(), knowledge);
  }

  Knowledge knowledge() {
    return knowledge;
  }

  /**
   * Everything that a level asks for, that it is for this kind of product among it.
   *
   * @param levels it and all that it includes
   */
  List<Ask> of(Scheme scheme, List<Level> levels) {
    List<Ask> asks = new ArrayList<>();
    Set<String> kinds = new LinkedHashSet<>();
    for (Level level : levels) {
      if (!level.onlyFor().isEmpty() && kinds.add(level.onlyFor())) {
        asks.add(of(scheme, level, onlyFor(level)));
      }
      level.requirements().forEach(r -> asks.add(of(scheme, level, r)));
    }
    return asks;
  }

  private Requirement onlyFor(Level level) {
    return new Requirement(
        SchemeEvidence.ONLY_FOR,
        Requirement.Kind.STATEMENT,
        "It is for " + level.onlyFor() + " only.",
        List.of(),
        productKind,
        level.sources(),
        level.confidence());
  }

  private Ask of(Scheme scheme, Level level, Requirement asked) {
    Optional<String> known = knowledge.of(asked.proof().known());
    if (known.isPresent()) {
      return new Ask(level, asked, State.KNOWN, known.get(), Optional.empty());
    }
    State best = State.OPEN;
    Set<String> faults = new LinkedHashSet<>();
    Optional<Ask> shown = Optional.empty();
    for (SchemeEvidence entry : entries(scheme, level, asked)) {
      Optional<Backing.Told> fault = backing.fault(entry, asked.proof(), on);
      if (fault.isEmpty()) {
        shown = Optional.of(longer(shown, shown(level, asked, entry)));
      } else {
        faults.add(fault.get().text());
        State state = lapsed(fault.get().fault()) ? State.LAPSED : State.CLAIMED;
        best = state.compareTo(best) > 0 ? state : best;
      }
    }
    String told = String.join(" ", faults) + (faults.isEmpty() ? "" : " ");
    String missing = told + "What counts: " + asked.proof().says();
    State state = best;
    return shown.orElseGet(() -> new Ask(level, asked, state, missing, Optional.empty()));
  }

  private List<SchemeEvidence> entries(Scheme scheme, Level level, Requirement asked) {
    List<String> levels =
        asked.id().equals(SchemeEvidence.ONLY_FOR) ? alike(scheme, level) : List.of(level.id());
    return facts.dossier().schemeEvidence().stream()
        .filter(e -> e.scheme().equals(scheme.id()))
        .filter(e -> levels.contains(e.level()))
        .filter(e -> e.ask().equals(asked.id()))
        .toList();
  }

  // That a product is of a kind is shown once, whichever level for that kind the entry names.
  private static List<String> alike(Scheme scheme, Level level) {
    return scheme.levels().stream()
        .filter(l -> l.onlyFor().equals(level.onlyFor()))
        .map(Level::id)
        .toList();
  }

  private static Ask shown(Level level, Requirement asked, SchemeEvidence entry) {
    return new Ask(
        level, asked, State.SHOWN, Backing.said(entry) + ": " + entry.proves(), entry.until());
  }

  // Of two entries that show the same, the one that holds longer.
  private static Ask longer(Optional<Ask> before, Ask now) {
    return before.filter(b -> !ends(b).isBefore(ends(now))).orElse(now);
  }

  private static LocalDate ends(Ask ask) {
    return ask.until().orElse(LocalDate.MAX);
  }

  private static boolean lapsed(Fault fault) {
    return fault == Fault.NOT_YET || fault == Fault.EXPIRED;
  }
}
