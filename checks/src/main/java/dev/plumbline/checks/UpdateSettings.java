package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check.Outcome;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Optional;

/** What the device says of a setting of its updates. */
final class UpdateSettings {
  static final String KEY = "update.setting";
  static final String AUTOMATIC = "automatic-updates";
  static final String NOTIFICATIONS = "update-notifications";

  private static final String INITIALIZED = "initialized";
  private static final int MECHANISMS = 7;

  private UpdateSettings() {}

  /** Whether the setting is on before anybody changed it. */
  static Outcome startsEnabled(TestItem item, Facts facts, String name, String column) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Optional<Observation> seen = seen(facts, row, name, questions);
    if (!facts.dossier().product().state().equals(INITIALIZED)) {
      questions.gap("the device was not looked at in the state 'initialized'");
    }
    seen.ifPresent(
        o -> {
          if (!Boolean.TRUE.equals(o.coverage().get("readBack"))) {
            questions.gap("that the reading of " + name + " follows a change was not seen");
          } else if (o.text("initial").equals("off")) {
            questions.against("the setting " + name + " is off on the initialized device", o);
          } else if (!o.text("initial").equals("on")) {
            questions.gap("whether " + name + " is on, the device did not say");
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
    Optional<Observation> seen = seen(facts, row, name, questions);
    boolean promised = java.util.Arrays.stream(columns).anyMatch(c -> row.flag(c).orElse(false));
    if (promised) {
      seen.filter(o -> o.text("changeable").equals("no"))
          .ifPresent(o -> questions.against("the setting " + name + " stays: " + o.text("why"), o));
      questions.contradicting(
          Declared.place(row, columns), row.id() + " lets its user change the setting.");
    }
    questions.gap(
        "whether a change of " + name + " has its effect when an update is out, a person sees");
    return questions.outcome(
        "", "Let the device keep what its user sets.", "The setting " + name + " can be changed.");
  }

  private static Optional<Observation> seen(
      Facts facts, IxitEntry row, String name, Questions questions) {
    String whole = "setting/" + name;
    Optional<String> subject =
        new OfMechanism(KEY, whole, whole + "/" + row.subject())
            .of(facts, row, switched(facts), "settings: {" + name + ": …}", questions);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    Optional<Observation> answer = facts.observations(KEY, subject.get()).stream().findFirst();
    answer.ifPresentOrElse(
        o -> {
          questions.restsOn(o);
          if (!o.seen()) {
            questions.gap(o.reason());
          }
        },
        () -> questions.gap("nobody asked the device for the setting " + name));
    return answer.filter(Observation::seen);
  }

  /** The mechanisms that a setting can be of. */
  private static List<IxitEntry> switched(Facts facts) {
    return Declared.of(facts).table(MECHANISMS).stream()
        .filter(r -> r.flag("automatic").orElse(true) || r.flag("notifies").orElse(true))
        .toList();
  }
}
