package dev.plumbline.workbench.declaration;

import dev.plumbline.app.edit.AnswerEdit;
import dev.plumbline.app.edit.CellText;
import dev.plumbline.app.edit.DeclarationEdit;
import dev.plumbline.app.edit.StatementEdit;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.workbench.declaration.Declarations.Open;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that the ICS answers: a provision, a condition or a feature.
 *
 * @param id number of the provision or condition, or letter of the feature
 */
record IcsSubject(Open open, String id) {
  static final String FILE = "ics.yaml";

  /** All of them: conditions, features, provisions. */
  static List<IcsSubject> all(Open open) {
    return Stream.concat(labels(open), provisions(open)).toList();
  }

  /** Conditions and features. */
  static Stream<IcsSubject> labels(Open open) {
    return Stream.concat(
            open.catalogue().conditions().keySet().stream().map(String::valueOf),
            open.catalogue().features().keySet().stream())
        .map(l -> new IcsSubject(open, l));
  }

  /** Provisions that can be answered. */
  static Stream<IcsSubject> provisions(Open open) {
    return open.catalogue().provisions().values().stream()
        .filter(Provision::inTableB1)
        .map(p -> new IcsSubject(open, p.id().value()));
  }

  boolean isProvision() {
    return ProvisionId.isValid(id);
  }

  private boolean isCondition() {
    return Character.isDigit(id.charAt(0));
  }

  Provision provision() {
    return open.catalogue().provision(new ProvisionId(id)).orElseThrow();
  }

  Condition statement() {
    return Optional.ofNullable(
            isCondition()
                ? open.catalogue().conditions().get(Integer.valueOf(id))
                : open.catalogue().features().get(id))
        .orElseThrow();
  }

  private Ics ics() {
    return open.dossier().ics();
  }

  Optional<IcsAnswer> answered() {
    return isProvision() ? ics().answer(new ProvisionId(id)) : Optional.empty();
  }

  private Optional<Statement> stated() {
    return isProvision()
        ? Optional.empty()
        : Optional.ofNullable(ics().conditions().get(id))
            .or(() -> Optional.ofNullable(ics().features().get(id)));
  }

  /** The answer as a form holds it; empty where there is none. */
  String answer() {
    return answered()
        .map(a -> a.support().printed())
        .or(() -> stated().map(s -> s.holds() ? "yes" : "no"))
        .orElse("");
  }

  /** What the answer rests on. */
  String reason() {
    return CellText.plain(
        answered().map(IcsAnswer::detail).or(() -> stated().map(Statement::because)).orElse(""));
  }

  /** The line of the answer in its file; 0 where it has none. */
  int line() {
    return answered()
        .map(IcsAnswer::place)
        .or(() -> stated().map(Statement::place))
        .map(Place::line)
        .orElse(0);
  }

  /** Where the answer stands in its file. */
  YamlPath yaml() {
    return YamlPath.of(isProvision() ? "answers" : isCondition() ? "conditions" : "features", id);
  }

  /** Where its form is shown. */
  String path() {
    return open.product().path() + "/ics?id=" + ProductPages.encoded(id);
  }

  /** Its name without its number. */
  String title() {
    return isProvision() ? provision().title() : words(statement().key());
  }

  /** Its number and name, saying what it is. */
  String heading() {
    return isProvision()
        ? id + " " + title()
        : (isCondition() ? "Condition " : "Feature ") + id + ", " + title();
  }

  /** {@code telemetryCollected} as people write it. */
  private static String words(String key) {
    return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  /** The answers that can be given; the first says that there is none yet. */
  List<String> answers() {
    List<String> values = new ArrayList<>(List.of(""));
    if (isProvision()) {
      values.addAll(List.of(Support.YES.printed(), Support.NO.printed()));
      String none = Support.NOT_APPLICABLE.printed();
      // Who wrote N/A against the rule sees it, with its problem, and is not offered it anew.
      if (provision().naAllowed() || answer().equals(none)) {
        values.add(none);
      }
    } else {
      values.addAll(List.of("yes", "no"));
    }
    return values;
  }

  /**
   * Another answer.
   *
   * @param answer one of {@link #answers()}
   */
  DeclarationEdit edit(String answer, String reason) {
    return isProvision()
        ? new AnswerEdit(new ProvisionId(id), Support.of(answer), reason)
        : new StatementEdit(
            id, answer.isEmpty() ? Optional.empty() : Optional.of(answer.equals("yes")), reason);
  }

  /** Whether a variant takes the answer over from its base, as its own file has none. */
  boolean inherited() {
    return open.dossier().family().isPresent()
        && !answer().isEmpty()
        && open.text(FILE).flatMap(t -> t.at(yaml())).isEmpty();
  }
}
