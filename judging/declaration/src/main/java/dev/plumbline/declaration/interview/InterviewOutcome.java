package dev.plumbline.declaration.interview;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.declaration.Applicability;
import dev.plumbline.declaration.Applicability.Answer;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an interview settles. It suggests; the supplier states.
 *
 * @param statements conditions and features that the answers decide
 * @param open labels that they leave open
 * @param notApplicable provisions that can be answered N/A, with the reason
 * @param tables tables that the other provisions need, in the order of the pro forma
 */
public record InterviewOutcome(
    List<Settled> statements,
    List<String> open,
    List<Suggestion> notApplicable,
    List<Need> tables) {
  public InterviewOutcome {
    statements = List.copyOf(statements);
    open = List.copyOf(open);
    notApplicable = List.copyOf(notApplicable);
    tables = List.copyOf(tables);
  }

  /**
   * A condition or feature.
   *
   * @param label number of the condition or letter of the feature
   */
  public record Settled(String label, boolean holds, String because) {
    /** Whether it is a lettered feature rather than a numbered condition. */
    public boolean isFeature() {
      return !Character.isDigit(label.charAt(0));
    }
  }

  /** A provision that does not apply, and why. */
  public record Suggestion(ProvisionId provision, String because) {}

  /**
   * A table to fill in.
   *
   * @param provisions those that apply, or may, and are tested with it
   */
  public record Need(String table, List<ProvisionId> provisions) {
    public Need {
      provisions = List.copyOf(provisions);
    }
  }

  /** What was settled of a label; empty while it is open. */
  public Optional<Settled> settled(String label) {
    return statements.stream().filter(s -> s.label().equals(label)).findFirst();
  }

  /** Why a provision does not apply; empty when it does or may. */
  public Optional<Suggestion> notApplicable(ProvisionId provision) {
    return notApplicable.stream().filter(s -> s.provision().equals(provision)).findFirst();
  }

  /** How the reason of an N/A begins. */
  static String denied(String label) {
    return Texts.capital(Applicability.spoken(label)) + " does not hold. ";
  }

  static InterviewOutcome of(Catalogue catalogue, List<Settled> settled, List<String> open) {
    Map<String, Statement> statements = new LinkedHashMap<>();
    Place place = Place.of("interview");
    settled.forEach(
        s -> statements.put(s.label(), new Statement(s.label(), s.holds(), s.because(), place)));
    List<Suggestion> out = new ArrayList<>();
    Map<String, List<ProvisionId>> tables = new LinkedHashMap<>();
    catalogue.tables().keySet().forEach(t -> tables.put(t, new ArrayList<>()));
    for (Provision p : catalogue.provisions().values()) {
      Applicability applies = Applicability.of(p, statements);
      if (applies.answer() == Answer.DOES_NOT_APPLY) {
        Statement against = Objects.requireNonNull(statements.get(applies.against().getFirst()));
        out.add(new Suggestion(p.id(), denied(against.label()) + against.because()));
      } else {
        TestGroup group = catalogue.groups().get(p.id());
        if (group != null) {
          group.tables().stream()
              .filter(tables::containsKey)
              .forEach(t -> Objects.requireNonNull(tables.get(t)).add(p.id()));
        }
      }
    }
    List<Need> needed =
        tables.entrySet().stream()
            .filter(t -> !t.getValue().isEmpty())
            .map(t -> new Need(t.getKey(), t.getValue()))
            .toList();
    return new InterviewOutcome(settled, open, out, needed);
  }
}
