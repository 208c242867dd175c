package dev.plumbline.declaration;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Numbers and letters in the ICS that the edition does not have. */
final class IcsIds implements Concern {

  @Override
  public void look(DatedDossier declared, Found found) {
    for (IcsAnswer answer : declared.ics().answers().values()) {
      if (declared.catalogue().provision(answer.provision()).isEmpty()) {
        unknownProvision(answer, declared, found);
      }
    }
    for (Statement s : declared.ics().conditions().values()) {
      if (!conditionLabels(declared.catalogue()).contains(s.label())) {
        unknownCondition(s, declared, found);
      }
    }
    for (Statement s : declared.ics().features().values()) {
      if (!declared.catalogue().features().containsKey(s.label())) {
        unknownFeature(s, declared, found);
      }
    }
  }

  private static void unknownProvision(IcsAnswer answer, DatedDossier declared, Found found) {
    String given = answer.provision().value();
    List<ProvisionId> successors =
        declared.catalogue().provisions().values().stream()
            .filter(p -> p.predecessor().equals(Optional.of(answer.provision())))
            .map(Provision::id)
            .toList();
    if (!successors.isEmpty()) {
      found.add("PLB-3002", answer.place(), given, declared.edition(), joined(successors));
      return;
    }
    Optional<ProvisionId> alias = alias(answer.provision(), declared.catalogue());
    if (alias.isPresent()) {
      found.add("PLB-3004", answer.place(), given, alias.get());
      return;
    }
    Optional<Catalogue> other =
        declared
            .otherEditions()
            .filter(c -> c.provision(answer.provision()).isPresent())
            .findFirst();
    if (other.isPresent()) {
      String here =
          other
              .get()
              .provision(answer.provision())
              .flatMap(Provision::predecessor)
              .filter(p -> declared.catalogue().provision(p).isPresent())
              .map(p -> "Answer " + p + " instead.")
              .orElse("Remove the row; this edition has no counterpart.");
      found.add(
          "PLB-3003", answer.place(), given, other.get().edition().id(), declared.edition(), here);
      return;
    }
    found.add(
        "PLB-3001",
        answer.place(),
        given,
        declared.edition(),
        Texts.instead(
            given,
            declared.catalogue().provisions().keySet().stream().map(ProvisionId::value).toList()));
  }

  /** Some copies number the sections of clause 6, 6.1 for 6, and leave out the leading 5. */
  private static Optional<ProvisionId> alias(ProvisionId given, Catalogue catalogue) {
    String value = given.value();
    List<String> guesses =
        List.of(value.replaceFirst("^(\\d+)\\.\\d+-", "$1-"), value.replaceFirst("^", "5."));
    return guesses.stream()
        .filter(g -> !g.equals(value) && ProvisionId.isValid(g))
        .map(ProvisionId::new)
        .filter(catalogue.provisions()::containsKey)
        .findFirst();
  }

  private static void unknownCondition(Statement s, DatedDossier declared, Found found) {
    Optional<Catalogue> other =
        declared.otherEditions().filter(c -> condition(c, s).isPresent()).findFirst();
    if (other.isPresent()) {
      found.add(
          "PLB-3006",
          s.place(),
          "condition " + s.label(),
          other.get().edition().id(),
          declared.edition(),
          counterpart(condition(other.get(), s).orElseThrow(), declared.catalogue()));
    } else {
      found.add(
          "PLB-3005",
          s.place(),
          "condition",
          s.label(),
          declared.edition(),
          Texts.listed(conditionLabels(declared.catalogue())));
    }
  }

  private static Optional<Condition> condition(Catalogue catalogue, Statement s) {
    return catalogue.conditions().values().stream()
        .filter(c -> c.label().equals(s.label()))
        .findFirst();
  }

  private static void unknownFeature(Statement s, DatedDossier declared, Found found) {
    Map<String, Condition> features = declared.catalogue().features();
    if (!features.isEmpty()) {
      found.add(
          "PLB-3007",
          s.place(),
          "feature",
          s.label(),
          declared.edition(),
          String.join(", ", features.keySet()));
      return;
    }
    String here =
        declared
            .otherEditions()
            .flatMap(c -> Optional.ofNullable(c.features().get(s.label())).stream())
            .findFirst()
            .map(c -> counterpart(c, declared.catalogue()))
            .orElse("Remove it.");
    found.add("PLB-3008", s.place(), s.label(), declared.edition(), here);
  }

  /** Conditions and features that mean the same have the same key in both editions. */
  private static String counterpart(Condition elsewhere, Catalogue catalogue) {
    String condition =
        catalogue.conditions().values().stream()
            .filter(c -> c.key().equals(elsewhere.key()))
            .map(c -> "condition " + c.label())
            .findFirst()
            .orElse("");
    String feature =
        catalogue.features().values().stream()
            .filter(c -> c.key().equals(elsewhere.key()))
            .map(c -> "feature " + c.label())
            .findFirst()
            .orElse("");
    String same = condition.isEmpty() ? feature : condition;
    return same.isEmpty() ? "Remove it." : "State " + same + " instead.";
  }

  private static List<String> conditionLabels(Catalogue catalogue) {
    return catalogue.conditions().values().stream().map(Condition::label).toList();
  }

  private static String joined(List<ProvisionId> ids) {
    return ids.stream().map(ProvisionId::value).collect(Collectors.joining(" and "));
  }
}
