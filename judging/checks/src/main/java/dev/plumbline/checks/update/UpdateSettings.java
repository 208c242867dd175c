package dev.plumbline.checks.update;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.trial.UpdateSetting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the device says of a setting of its updates. */
final class UpdateSettings {
  static final String AUTOMATIC = "automatic-updates";
  static final String NOTIFICATIONS = "update-notifications";

  private static final String INITIALIZED = "initialized";
  private static final TableRole MECHANISMS = TableRole.UPDATE_MECHANISMS;
  private static final Remedy RUN = new Remedy.RunProbe(List.of("update-settings"));

  private UpdateSettings() {}

  /** Whether the setting is on before anybody changed it. */
  static Outcome startsEnabled(TestItem item, Facts facts, String name, String column) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Questions.Asked on =
        questions.ask("Is the setting " + name + " on in the initialized device?", row.subject());
    boolean initialized = facts.product().state().equals(INITIALIZED);
    if (!initialized) {
      on.left(
          "the device was not looked at in the state 'initialized'",
          new Remedy.ChangeDeclaration("product.yaml, state", "write " + INITIALIZED));
    }
    seen(facts, row, name, on, questions)
        .ifPresent(
            s -> {
              if (!s.fact().readBack()) {
                on.left("that the reading of " + name + " follows a change was not seen", RUN);
              } else if (s.fact().initial().equals("on")) {
                on.answered(s.observation(), "the device said 'on' before anybody changed it");
              } else if (initialized) {
                on.refuted(
                    s.observation(), "the setting " + name + " is off on the initialized device");
              }
            });
    if (row.flag(column).orElse(false)) {
      questions.contradicting(Declared.place(row, column), row.id() + " starts with it enabled.");
    }
    return questions.outcome(
        "",
        "Deliver the device with the setting on.",
        "The initialized device says that the setting " + name + " is on.");
  }

  /** Whether it can be changed where the row says so; that the change has an effect is not seen. */
  static Outcome canBeChanged(TestItem item, Facts facts, String name, String... columns) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Questions.Asked changes =
        questions.ask("Can the setting " + name + " be changed as declared?", row.subject());
    boolean promised = Stream.of(columns).anyMatch(c -> row.flag(c).orElse(false));
    Optional<Facts.Seen<UpdateSetting>> seen = seen(facts, row, name, changes, questions);
    if (!promised) {
      changes.left("the row does not say that its user can change the setting");
    } else {
      seen.ifPresent(s -> changed(s, name, changes));
      questions.contradicting(
          Declared.place(row, columns), row.id() + " lets its user change the setting.");
    }
    questions
        .ask("Does a change of the setting " + name + " have its effect?", row.subject())
        .left(
            "whether a change of " + name + " has its effect when an update is out, a person sees",
            new Remedy.PersonLooks(
                "what the device does when an update is out and " + name + " was changed"));
    return questions.outcome(
        "", "Let the device keep what its user sets.", "The setting " + name + " can be changed.");
  }

  private static void changed(
      Facts.Seen<UpdateSetting> seen, String name, Questions.Asked changes) {
    switch (seen.fact().changeable()) {
      case "no" ->
          changes.refuted(
              seen.observation(),
              "the setting " + name + " stays: " + seen.fact().why().orElse("no reason recorded"));
      case "yes" -> changes.answered(seen.observation(), "it was changed and read back");
      default ->
          changes.left(
              "whether "
                  + name
                  + " can be changed is not known"
                  + seen.fact().why().map(w -> ": " + w).orElse(""),
              RUN);
    }
  }

  private static Optional<Facts.Seen<UpdateSetting>> seen(
      Facts facts, IxitEntry row, String name, Questions.Asked asked, Questions questions) {
    String whole = "setting/" + name;
    Optional<String> subject =
        new OfMechanism(UpdateSetting.class, whole, whole + "/" + row.subject())
            .of(facts, row, switched(facts), "settings: {" + name + ": …}", questions);
    if (subject.isEmpty()) {
      asked.left("of which row the setting " + name + " is cannot be told");
      return Optional.empty();
    }
    Optional<Observation> answer =
        facts.observations(UpdateSetting.class, subject.get()).stream().findFirst();
    answer.ifPresent(questions::restsOn);
    Optional<Facts.Seen<UpdateSetting>> seen =
        facts.seen(UpdateSetting.class, subject.get()).stream().findFirst();
    if (seen.isEmpty()) {
      asked.left(
          answer.map(Observation::reason).orElse("nobody asked the device for the setting " + name),
          RUN);
    }
    return seen;
  }

  /** The mechanisms that a setting can be of. */
  private static List<IxitEntry> switched(Facts facts) {
    return Declared.of(facts).table(MECHANISMS).stream()
        .filter(r -> r.flag("automatic").orElse(true) || r.flag("notifies").orElse(true))
        .toList();
  }
}
