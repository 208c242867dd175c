package dev.plumbline.declaration;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.dossier.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a provision applies to the product, as conditions and features are stated. All of them
 * have to hold; one that does not is enough for the answer no.
 *
 * @param answer whether it applies; OPEN while a statement that decides is missing
 * @param against labels of conditions or features that are stated not to hold
 * @param open labels of those that are not stated
 */
public record Applicability(Answer answer, List<String> against, List<String> open) {
  /** Nothing unsettled is read as no. */
  public enum Answer {
    APPLIES,
    DOES_NOT_APPLY,
    OPEN
  }

  public static Applicability of(Provision provision, Map<String, Statement> statements) {
    List<String> labels = labels(provision);
    List<String> against =
        labels.stream()
            .filter(l -> Optional.ofNullable(statements.get(l)).filter(s -> !s.holds()).isPresent())
            .toList();
    List<String> open = labels.stream().filter(l -> !statements.containsKey(l)).toList();
    if (!against.isEmpty()) {
      return new Applicability(Answer.DOES_NOT_APPLY, against, open);
    }
    return new Applicability(open.isEmpty() ? Answer.APPLIES : Answer.OPEN, against, open);
  }

  public static Applicability of(Provision provision, DatedDossier declared) {
    Map<String, Statement> all = new java.util.HashMap<>(declared.ics().conditions());
    all.putAll(declared.ics().features());
    return of(provision, all);
  }

  /** Numbers of the conditions and letters of the features of a provision. */
  static List<String> labels(Provision provision) {
    return Stream.concat(
            provision.conditions().stream().map(String::valueOf), provision.features().stream())
        .toList();
  }

  /** How a label is spoken of: condition 12, feature g. */
  public static String spoken(String label) {
    return (Character.isDigit(label.charAt(0)) ? "condition " : "feature ") + label;
  }

  public static String spoken(List<String> labels) {
    return String.join(" and ", labels.stream().map(Applicability::spoken).toList());
  }
}
