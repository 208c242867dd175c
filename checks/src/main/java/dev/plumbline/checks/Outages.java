package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Optional;

/** What an outage did to the device, held against the rows of resilience mechanisms. */
final class Outages {
  static final String NETWORK = "outage.network";
  static final String POWER = "outage.power";

  private static final int MECHANISMS = 23;
  private static final String READING_ENDS = "readingEnds";

  private final List<IxitEntry> rows;
  private final Optional<Observation> seen;
  private final Questions questions = new Questions();

  private Outages(List<IxitEntry> rows, Optional<Observation> seen) {
    this.rows = rows;
    this.seen = seen;
  }

  /**
   * @param type what the rows are for, in the words of the pro forma
   */
  static Outages of(TestItem item, Facts facts, String key, String type) {
    List<IxitEntry> rows =
        item.entry()
            .map(List::of)
            .orElseGet(
                () ->
                    Declared.of(facts).table(MECHANISMS).stream()
                        .filter(r -> r.text("type").equals(type))
                        .toList());
    Optional<Observation> answer = facts.observations(key, "DUT").stream().findFirst();
    Outages outages =
        new Outages(
            rows, answer.filter(Observation::seen).filter(o -> Told.controlled(o, "control")));
    answer.ifPresent(outages.questions::restsOn);
    outages.look(answer, key);
    return outages;
  }

  private void look(Optional<Observation> answer, String key) {
    if (rows.isEmpty()) {
      questions.gap("no row names a mechanism for this outage");
    }
    if (answer.isEmpty()) {
      questions.gap("nobody took the " + key.substring(key.indexOf('.') + 1) + " away");
    } else if (!answer.get().seen()) {
      questions.gap(answer.get().reason());
    } else if (seen.isEmpty()) {
      questions.gap("that the outage reached the device was not seen");
    } else {
      if (!Told.controlled(seen.get(), READING_ENDS)) {
        questions.gap("that read-state tells nothing while the power is away was not seen");
      }
      if (seen.get().coverage().get("gaps") instanceof List<?> gaps) {
        gaps.forEach(g -> questions.gap(String.valueOf(g)));
      }
    }
  }

  Questions questions() {
    return questions;
  }

  /** Every row's own mechanism works in that phase, as the device tells under the row's id. */
  Outages mechanismsWork(String phase) {
    for (IxitEntry row : rows) {
      reading(phase, row.id(), "the mechanism of " + row.id(), Optional.of(row));
    }
    return this;
  }

  Outages functionWorks(String phase) {
    reading(phase, Told.FUNCTION, "the local function", Optional.empty());
    return this;
  }

  private void reading(String phase, String name, String what, Optional<IxitEntry> row) {
    // Where no reading is the device's word, none speaks against it either.
    Optional<Observation> heard = seen.filter(o -> Told.controlled(o, READING_ENDS));
    if (heard.isEmpty()) {
      return;
    }
    Observation o = heard.get();
    new Told(o, phase, "the outage")
        .weigh(name, what, questions)
        .ifPresent(
            clause ->
                row.ifPresent(
                    r ->
                        questions.contradiction(
                            Declared.place(r, "description"),
                            r.text("description"),
                            clause + ".",
                            o)));
  }

  /** It came back by itself, with all services. */
  Outages cameBack() {
    seen.ifPresent(
        o -> {
          if (!o.flag("cameBack").orElse(false)) {
            questions.against("these did not come back by themselves: " + o.texts("missing"), o);
          }
        });
    return this;
  }

  /** Its settings are what they were, one of which had been made to differ from the default. */
  Outages keptSettings() {
    if (seen.isEmpty()) {
      return this;
    }
    Observation o = seen.get();
    // A reading that never followed a change is no word of the device.
    if (String.valueOf(o.coverage().getOrDefault("changedFirst", "")).isEmpty()) {
      questions.gap("no setting could be changed beforehand, so that its loss would not be seen");
    } else if (o.value().get("changed") instanceof List<?> changed && !changed.isEmpty()) {
      questions.against("settings changed by themselves: " + changed, o);
    }
    return this;
  }
}
