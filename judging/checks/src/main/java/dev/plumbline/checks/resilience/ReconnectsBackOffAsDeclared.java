package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Traffic;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.traffic.TrafficFlows;
import java.util.List;
import java.util.Optional;

/**
 * After failed connections the device waits longer and longer, with a random part, where the row
 * says so. Where the row promises more than that, a person judges the rest.
 */
public final class ReconnectsBackOffAsDeclared implements Check {
  private static final Remedy CAPTURE =
      new Remedy.ImportFile(
          "a capture in which the device calls each contact and nobody answers (docs/importing.md)");

  @Override
  public List<String> needs() {
    return List.of(Traffic.RECONNECTS, Traffic.CONTACTS, Traffic.FLOWS);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return item.entry()
        .map(row -> judge(row, new Traffic(facts)))
        .orElseGet(() -> Outcome.undetermined("The item names no row."));
  }

  private static Outcome judge(IxitEntry row, Traffic traffic) {
    Optional<Boolean> promised = row.flag("backsOff");
    if (promised.isEmpty() || !promised.get()) {
      return Outcome.undetermined(
          "Row " + row.id() + " does not say that waits between failed attempts grow (backsOff).");
    }
    if (row.texts("contacts").isEmpty()) {
      return Outcome.undetermined("Row " + row.id() + " names no contacts.");
    }
    Questions questions = new Questions();
    List<Observation> seen =
        traffic.facts().observations(Traffic.RECONNECTS).stream()
            .filter(o -> traffic.names(row, o.subject()))
            .toList();
    questions.restsOn(seen);
    everyContact(row, traffic, seen, questions);
    wholeCapture(traffic, questions);
    boolean spreads = row.flag("spreadsWaits").orElse(false);
    for (Observation o : seen) {
      Questions.Asked asked =
          questions.ask(
              "Does each wait between failed attempts grow"
                  + (spreads ? ", with a random part?" : "?"),
              o.subject());
      if (o.seen()) {
        new Waits(o).judge(spreads, asked);
        asked.answered(o, spreads ? "the waits there grow and differ" : "the waits there grow");
      } else {
        asked.left("nobody saw how it connects again at " + o.subject(), CAPTURE);
      }
    }
    promises(row, questions);
    return questions
        .contradicting(
            Declared.place(row, "backsOff"), row.id() + " says that waits between attempts grow.")
        .outcome(
            "Waits between failed attempts are not as declared: ",
            "Let each wait be longer than the one before, with a random part, up to a bound.",
            "Waits between failed attempts grow"
                + (spreads ? " and have a random part" : "")
                + " at every contact of "
                + row.id()
                + ".");
  }

  /** Each contact of the row has to fail in a capture, and each of its hosts that was called. */
  private static void everyContact(
      IxitEntry row, Traffic traffic, List<Observation> seen, Questions questions) {
    for (String contact : row.texts("contacts")) {
      if (seen.stream().noneMatch(o -> o.seen() && traffic.names(contact, o.subject()))) {
        questions.gap("no capture shows failed connections to " + contact, CAPTURE);
      }
    }
    for (Observation called : traffic.facts().observations(Traffic.CONTACTS)) {
      if (called.seen() && traffic.names(row, called.subject())) {
        questions.restsOn(called);
        if (seen.stream().noneMatch(o -> o.subject().equals(called.subject()))) {
          questions.gap(
              "no capture shows failed connections to " + Traffic.described(called), CAPTURE);
        }
      }
    }
  }

  private static void wholeCapture(Traffic traffic, Questions questions) {
    questions.restsOn(traffic.facts().observations(TrafficFlows.class, ItemId.DUT));
    boolean whole =
        traffic.facts().seen(TrafficFlows.class, ItemId.DUT).stream()
            .anyMatch(s -> s.fact().whole() && s.fact().gaps().isEmpty());
    if (!whole) {
      questions.gap("the capture lacks something, so that attempts may be missing", CAPTURE);
    }
  }

  private static void promises(IxitEntry row, Questions questions) {
    if (row.flag("spreadsWaits").isEmpty()) {
      questions.gap("row " + row.id() + " does not say whether waits are spread (spreadsWaits)");
    }
    if (row.cell("otherMeasures").isEmpty()) {
      questions.gap(
          "row " + row.id() + " does not say that these are all measures (otherMeasures)");
    } else if (!row.texts("otherMeasures").isEmpty()) {
      questions.gap(
          "a person judges the other measures of "
              + row.id()
              + ": "
              + String.join(", ", row.texts("otherMeasures")));
    }
  }
}
