package dev.plumbline.scheme;

import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.Proof.Declared;
import dev.plumbline.catalogue.scheme.Term;
import dev.plumbline.dossier.Cell;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out until when a level would hold. What no fact tells is unknown, never forever. */
final class Validities {
  private final Optional<LocalDate> supportEnd;
  private final LocalDate on;

  /**
   * @param field where the dossier says until when there are security updates
   * @param on the day on which the level would be given
   */
  Validities(Knowledge knowledge, Declared field, LocalDate on) {
    this.supportEnd = knowledge.declared(field).map(Cell::text).flatMap(Validities::day);
    this.on = on;
  }

  /**
   * The validity of a level.
   *
   * @param levels it and all that it includes
   * @param asks all that they ask; evidence that ends takes the level with it
   */
  Validity of(List<Level> levels, List<Ask> asks) {
    List<LocalDate> ends = new ArrayList<>();
    Set<String> because = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    List<Term> terms = levels.stream().flatMap(l -> l.terms().stream()).toList();
    if (terms.isEmpty()) {
      unknown.add("How long it holds is unknown.");
    }
    for (Term term : terms) {
      Optional<LocalDate> end = end(term);
      if (end.isPresent()) {
        ends.add(end.get());
        because.add(end.get() + ": " + (term.text().isEmpty() ? "by its rules." : term.text()));
      } else if (term.end() == Term.End.SUPPORT) {
        unknown.add("It ends with the support period, whose end the dossier does not declare.");
      } else {
        because.add(term.text());
      }
      if (term.confidence().compareTo(Confidence.MEDIUM) > 0) {
        unknown.add("A rule on its term is of low confidence.");
      }
    }
    for (Ask ask : asks) {
      ask.until()
          .ifPresent(
              u -> {
                ends.add(u);
                because.add(u + ": evidence of " + ask.requirement().id() + " ends.");
              });
    }
    return new Validity(
        ends.stream().min(LocalDate::compareTo), List.copyOf(because), List.copyOf(unknown));
  }

  private Optional<LocalDate> end(Term term) {
    return switch (term.end()) {
      case SUPPORT -> supportEnd;
      case YEARS -> Optional.of(on.plusYears(term.years()).minusDays(1));
      case NEVER -> Optional.empty();
    };
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
