package dev.plumbline.checks.data;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.hardware.DebugWrite;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A hard-coded identity resists the attempt to write it over the debug port, and the declared
 * protection shows there. What asks for more than a debugger, a person examines.
 */
public final class IdentitiesCannotBeRewritten implements Check {
  private static final String FIELD = "tamperProtection";

  /** Ports over which OpenOCD writes. */
  private static final List<String> KINDS = List.of("jtag", "swd");

  @Override
  public List<String> needs() {
    return Kinds.keys(DebugWrite.class);
  }

  @Override
  public Set<TableRole> reads() {
    return Set.of(TableRole.PHYSICAL_INTERFACES);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty() || item.entry().get().texts(FIELD).isEmpty()) {
      return Outcome.undetermined("The row does not say what protects it (" + FIELD + ").");
    }
    IxitEntry row = item.entry().get();
    Optional<Observation> attempt = facts.newest(DebugWrite.class, row.subject());
    Optional<Seen<DebugWrite>> seen = facts.newestSeen(DebugWrite.class, row.subject());
    Questions questions = new Questions();
    Asked asked =
        questions.ask(
            "Was the attempt to write refused, with the protection in place?", row.subject());
    if (seen.isEmpty()) {
      asked.left(
          attempt
              .map(a -> "the attempt to write has no answer: " + a.reason())
              .orElse("no attempt to write " + row.id() + " is recorded"),
          new Remedy.ImportFile(
              "a log of OpenOCD with an attempt to write "
                  + row.id()
                  + " (docs/importing.md, logs of trials)"));
    } else {
      weigh(row, seen.get(), facts, asked);
      questions.lookedAt("an attempt to write " + row.id() + " over the debug port");
      questions.notLookedAt("attempts with more than a debugger");
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

  private static void weigh(IxitEntry row, Seen<DebugWrite> seen, Facts facts, Asked asked) {
    Observation o = seen.observation();
    DebugWrite write = seen.fact();
    if (write.result().equals("accepted")) {
      asked.refuted(o, "the identity was written over the debug port");
    } else if (!write.result().equals("refused")) {
      asked.left("whether the attempt to write " + row.id() + " was refused is not told");
    }
    if (!write.control().orElse(false)) {
      asked.left("nothing in the log shows that the adapter worked");
    }
    if (!write.ended().orElse(false)) {
      asked.left("the log has no end");
    }
    for (String protection : row.texts(FIELD)) {
      switch (protection) {
        case "read-out-protection" -> readOut(seen, asked);
        case "debug-disabled" -> {
          if (write.answered()) {
            asked.refuted(o, "the debug port answers although it is declared disabled");
          } else {
            asked(write, facts, asked);
          }
        }
        case "write-protection" -> {
          if (!write.answered()) {
            asked.left("the write protection was not reached, as the debug port was silent");
          }
        }
        default ->
            asked.left(
                "its protection by " + protection + " was not examined",
                new Remedy.PersonLooks("the protection by " + protection));
      }
    }
    asked.answered(o, "the attempt to write was refused");
  }

  /** Silence counts where all contacts of every debug interface were tried, with every kind. */
  private static void asked(DebugWrite write, Facts facts, Asked asked) {
    List<String> pads = write.pads().orElse(List.of());
    List<String> silent = write.silent().orElse(List.of());
    List<IxitEntry> ports =
        Declared.of(facts).table(TableRole.PHYSICAL_INTERFACES).stream()
            .filter(r -> r.flag("debugInterface").orElse(false) && !isLogical(r))
            .toList();
    if (ports.stream().noneMatch(r -> tried(pads, r))) {
      asked.left("the log names no pads of a debug interface in the table of physical interfaces");
    }
    for (IxitEntry port : ports) {
      if (port.texts("debugPorts").isEmpty()) {
        asked.left("row " + port.id() + " does not say what its contacts carry (debugPorts)");
      }
      List<String> kinds =
          KINDS.stream().filter(k -> port.texts("debugPorts").contains(k)).toList();
      if (!kinds.isEmpty() && !tried(pads, port)) {
        asked.left("the contacts of " + port.id() + " were not tried");
      }
      kinds.stream()
          .filter(k -> !silent.contains(k))
          .forEach(k -> asked.left("nobody asked " + port.id() + " with " + k));
    }
    if (silent.isEmpty()) {
      asked.left("nothing shows that the debug port was asked");
    }
  }

  /**
   * In V2.1.1 the table has services on the network too, such as a shell; they have no contacts.
   */
  private static boolean isLogical(IxitEntry port) {
    return port.flag("logical").orElse(false)
        && !port.texts("endpoints").isEmpty()
        && port.texts("pads").isEmpty()
        && port.texts("debugPorts").isEmpty();
  }

  /** A row that names no contacts has none that were tried. */
  private static boolean tried(List<String> pads, IxitEntry port) {
    return !port.texts("pads").isEmpty() && pads.containsAll(port.texts("pads"));
  }

  private static void readOut(Seen<DebugWrite> seen, Asked asked) {
    String level = seen.fact().readOut().orElse("");
    if (level.equals("open")) {
      asked.refuted(seen.observation(), "the read-out protection is not set");
    } else if (!level.equals("locked")) {
      asked.left("the log does not tell the level of the read-out protection");
    }
  }
}
