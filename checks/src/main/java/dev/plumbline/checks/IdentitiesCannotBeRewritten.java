package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Optional;

/**
 * A hard-coded identity resists the attempt to write it over the debug port, and the declared
 * protection shows there. What asks for more than a debugger, a person examines.
 */
@Decides(v211 = "5.4-2-2a", v313 = "5.4-2-2a")
public final class IdentitiesCannotBeRewritten implements Check {
  private static final String WRITE = "debug.write";
  private static final String FIELD = "tamperProtection";

  /** Ports over which OpenOCD writes. */
  private static final List<String> KINDS = List.of("jtag", "swd");

  @Override
  public List<String> needs() {
    return List.of(WRITE);
  }

  @Override
  public List<String> reads() {
    return List.of("15-Intf", "15-PhyIntf");
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty() || item.entry().get().texts(FIELD).isEmpty()) {
      return Outcome.undetermined("The row does not say what protects it (" + FIELD + ").");
    }
    IxitEntry row = item.entry().get();
    Optional<Observation> attempt = facts.observations(WRITE, row.subject()).stream().findFirst();
    Questions questions = new Questions();
    if (attempt.filter(Observation::seen).isEmpty()) {
      questions.gap(
          attempt
              .map(a -> "the attempt to write has no answer: " + a.reason())
              .orElse(
                  "missing means: a log of OpenOCD with an attempt to write "
                      + row.id()
                      + " (docs/importing.md, logs of trials)"));
    } else {
      weigh(row, attempt.get(), facts, questions);
    }
    return questions
        .contradicting(
            Declared.place(row, FIELD, "protectionScheme"),
            row.id() + ": " + row.text("protectionScheme"))
        .outcome(
            "",
            "Lock debugging and read-out in production, or keep the identity in a secure element.",
            "The attempt to write "
                + row.id()
                + " over the debug port was refused, and "
                + String.join(", ", row.texts(FIELD))
                + " showed in place. Tried with a debugger alone.");
  }

  private static void weigh(IxitEntry row, Observation o, Facts facts, Questions questions) {
    questions.restsOn(o);
    if (o.text("result").equals("accepted")) {
      questions.against("the identity was written over the debug port", o);
    } else if (!o.text("result").equals("refused")) {
      questions.gap("whether the attempt to write " + row.id() + " was refused is not told");
    }
    if (!Boolean.TRUE.equals(o.coverage().get("control"))) {
      questions.gap("nothing in the log shows that the adapter worked");
    }
    if (!Boolean.TRUE.equals(o.coverage().get("ended"))) {
      questions.gap("the log has no end");
    }
    boolean answered = o.flag("answered").orElse(true);
    for (String protection : row.texts(FIELD)) {
      switch (protection) {
        case "read-out-protection" -> readOut(o, questions);
        case "debug-disabled" -> {
          if (answered) {
            questions.against("the debug port answers although it is declared disabled", o);
          } else {
            asked(o, facts, questions);
          }
        }
        case "write-protection" -> {
          if (!answered) {
            questions.gap("the write protection was not reached, as the debug port was silent");
          }
        }
        default ->
            questions.gap("missing means: an examination of its protection by " + protection);
      }
    }
  }

  /** Silence counts where all contacts of every debug interface were tried, with every kind. */
  private static void asked(Observation o, Facts facts, Questions questions) {
    List<?> pads = o.coverage().get("pads") instanceof List<?> l ? l : List.of();
    List<IxitEntry> ports =
        Declared.of(facts).table(15).stream()
            .filter(r -> r.flag("debugInterface").orElse(false) && !r.texts("pads").isEmpty())
            .toList();
    if (ports.stream().noneMatch(r -> pads.containsAll(r.texts("pads")))) {
      questions.gap("the log names the contacts of no debug interface of the table");
    }
    for (IxitEntry port : ports) {
      if (port.texts("debugPorts").isEmpty()) {
        questions.gap("row " + port.id() + " does not say what its contacts carry (debugPorts)");
      }
      List<String> kinds =
          KINDS.stream().filter(k -> port.texts("debugPorts").contains(k)).toList();
      if (!kinds.isEmpty() && !pads.containsAll(port.texts("pads"))) {
        questions.gap("the contacts of " + port.id() + " were not tried");
      }
      kinds.stream()
          .filter(k -> !o.texts("silent").contains(k))
          .forEach(k -> questions.gap("nobody asked " + port.id() + " with " + k));
    }
    if (o.texts("silent").isEmpty()) {
      questions.gap("nothing shows that the debug port was asked");
    }
  }

  private static void readOut(Observation o, Questions questions) {
    if (o.text("readOut").equals("open")) {
      questions.against("the read-out protection is not set", o);
    } else if (!o.text("readOut").equals("locked")) {
      questions.gap("the log does not tell the level of the read-out protection");
    }
  }
}
