package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.trial.Outage;
import dev.plumbline.observation.trial.OutagePower;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an outage did to the device, held against the rows of resilience mechanisms. */
final class Outages {
  static final String DURING = "during";
  static final String AFTER = "after";

  private static final String DUT = "DUT";
  private static final String EVENT = "the outage";
  private static final TableRole MECHANISMS = TableRole.RESILIENCE_MECHANISMS;
  private static final Remedy RUN = new Remedy.RunProbe(List.of("outages"));

  private final List<IxitEntry> rows;
  private final Questions questions = new Questions();
  private Optional<Facts.Seen<? extends Outage>> seen = Optional.empty();
  private boolean isItsWord;

  private Outages(List<IxitEntry> rows) {
    this.rows = rows;
  }

  /**
   * @param type what the rows are for, in the words of the pro forma
   */
  static Outages of(TestItem item, Facts facts, Class<? extends Outage> kind, String type) {
    Outages outages =
        new Outages(
            item.entry()
                .map(List::of)
                .orElseGet(
                    () ->
                        Declared.of(facts).table(MECHANISMS).stream()
                            .filter(r -> r.text("type").equals(type))
                            .toList()));
    if (outages.rows.isEmpty()) {
      String table = Declared.of(facts).name(MECHANISMS);
      outages
          .questions
          .ask("Does a row name a mechanism for this outage?", table)
          .left(
              "no row names a mechanism for this outage",
              new Remedy.ChangeDeclaration(table, "add a row with the type '" + type + "'"));
    }
    outages.look(facts, kind, type);
    return outages;
  }

  private void look(Facts facts, Class<? extends Outage> kind, String type) {
    Questions.Asked reached = questions.ask("Did the outage reach the device?", DUT);
    Optional<Observation> answer = facts.observations(kind, DUT).stream().findFirst();
    answer.ifPresent(questions::restsOn);
    Optional<? extends Outage> outage = answer.flatMap(o -> o.as(kind));
    if (answer.isEmpty()) {
      reached.left("nobody tested a " + type + " of the device", RUN);
    } else if (outage.isEmpty()) {
      reached.left(answer.get().reason(), RUN);
    } else if (!outage.get().control()) {
      reached.left("that the outage reached the device was not seen", RUN);
    } else if (outage.get().cuts().orElse(0L) == 0 || outage.get().seconds().orElse(0L) == 0) {
      reached.left("how many outages there were, and how long, is not recorded", RUN);
    } else {
      seen = Optional.of(new Facts.Seen<>(answer.get(), outage.get()));
      reached.answered(
          answer.get(),
          "no endpoint answered in any of "
              + outage.get().cuts().orElse(0L)
              + " outages of "
              + outage.get().seconds().orElse(0L)
              + " s");
      isItsWord =
          SelfReport.isItsWord(answer.get(), outage.get().readingEnds().orElse(false), questions);
      SelfReport.whole(answer.get(), outage.get().gaps(), questions);
    }
  }

  Questions questions() {
    return questions;
  }

  /** Every row's own mechanism works in that phase, as the device tells under the row's id. */
  Outages mechanismsWork(String phase) {
    for (IxitEntry row : rows) {
      told(phase, row.id(), "the mechanism of " + row.id())
          .ifPresent(
              clause ->
                  seen.ifPresent(
                      s ->
                          questions.contradiction(
                              Declared.place(row, "description"),
                              row.text("description"),
                              clause + ".",
                              s.observation())));
    }
    return this;
  }

  Outages functionWorks(String phase) {
    told(phase, SelfReport.FUNCTION, "the local function");
    return this;
  }

  private Optional<String> told(String phase, String name, String what) {
    // Where no reading is the device's word, none speaks against it either.
    return seen.filter(s -> isItsWord)
        .flatMap(
            s ->
                new SelfReport(
                        s.observation(),
                        s.fact().before().orElse(Map.of()),
                        (phase.equals(DURING) ? s.fact().during() : s.fact().after())
                            .orElse(Map.of()),
                        phase,
                        EVENT)
                    .weigh(name, what, questions));
  }

  /** It came back by itself, with all services. */
  Outages cameBack() {
    seen.ifPresent(s -> cameBack(s.fact(), s.observation()));
    return this;
  }

  private void cameBack(Outage outage, Observation shows) {
    Questions.Asked back = questions.ask("Did all services come back by themselves?", DUT);
    List<String> missing = outage.missing().orElse(List.of());
    List<String> compared = outage.endpoints().orElse(List.of());
    if (outage.cameBack().isEmpty()) {
      back.left("whether the services came back by themselves is not recorded", RUN);
    } else if (!outage.cameBack().get() || !missing.isEmpty()) {
      back.refuted(shows, "these did not come back by themselves: " + missing);
    } else if (compared.isEmpty()) {
      back.left("no service of the device was compared", RUN);
    } else {
      back.answered(shows, "answered again without help: " + String.join(", ", compared));
    }
  }

  /** Its settings are what they were, one of which had been made to differ from the default. */
  Outages keptSettings() {
    seen.ifPresent(
        s -> s.observation().as(OutagePower.class).ifPresent(p -> kept(p, s.observation())));
    return this;
  }

  private void kept(OutagePower outage, Observation shows) {
    Questions.Asked kept = questions.ask("Did the device keep its settings?", DUT);
    String first = outage.changedFirst().orElse("");
    List<String> compared = outage.settings().orElse(List.of());
    List<String> lost =
        outage.changed().orElse(List.of()).stream()
            .map(c -> c.setting() + " was " + c.before() + " and is " + c.after())
            .toList();
    // A reading that never followed a change is no word of the device.
    if (first.isEmpty()) {
      kept.left(
          "no setting could be changed beforehand, so that its loss would not be seen",
          new Remedy.GiveDriver(List.of("read-setting", "set-setting")));
    } else if (!lost.isEmpty()) {
      kept.refuted(shows, "settings changed by themselves: " + String.join(", ", lost));
    } else if (outage.changed().isEmpty() || !compared.contains(first)) {
      kept.left("the setting " + first + ", changed beforehand, was not read again", RUN);
    } else {
      kept.answered(shows, "as before: " + String.join(", ", compared));
    }
  }
}
