package dev.plumbline.checks.surface;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.hardware.ConsoleLog;
import dev.plumbline.observation.hardware.DebugPort;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * What tools met at the contacts of a row. Silence counts for the contacts that the log of the tool
 * names, and only where the log shows that the tool worked.
 *
 * @param row of the table of interfaces
 * @param guarded whether a login counts as closed, which a person then examines, or as open
 */
record Debugging(Facts facts, IxitEntry row, boolean guarded, Questions questions) {
  static final String CONSOLE = Kinds.key(ConsoleLog.class);
  static final String PORT = Kinds.key(DebugPort.class);

  private static final List<String> SPEEDS = CheckData.read("trials.yaml").texts("speeds");
  private static final String HOW = " (docs/importing.md, logs of trials)";

  /** Nothing that serves debugging answers on these kinds of port: {@code uart, jtag, swd}. */
  void closed(List<String> kinds) {
    if (kinds.isEmpty()) {
      questions.gap("row " + row.id() + " does not say what its contacts carry (debugPorts)");
    }
    if (row.texts("pads").isEmpty()) {
      questions.gap("row " + row.id() + " does not name its contacts (pads)");
    }
    for (String kind : kinds) {
      switch (kind) {
        case "uart" -> console();
        case "jtag", "swd" -> port(kind);
        default -> questions.gap("no file of a tool is read that shows a port of kind " + kind);
      }
    }
    unmarked();
  }

  private void console() {
    Questions.Asked asked =
        questions.ask("Does the console at the contacts serve no debugging?", row.subject());
    Optional<Seen<ConsoleLog>> log =
        answer(
            ConsoleLog.class, "the log of a serial adapter at the contacts of " + row.id(), asked);
    if (log.isEmpty()) {
      return;
    }
    Observation o = log.get().observation();
    ConsoleLog heard = log.get().fact();
    if (heard.shellWithoutPassword()) {
      asked.refuted(o, "its console gives a shell without a password");
    } else if (heard.bootLoaderPrompt()) {
      asked.refuted(o, "its console stops in the boot loader");
    } else if (heard.loginPrompt() && !guarded) {
      asked.refuted(o, "its console asks for a login");
    } else if (heard.loginPrompt()) {
      asked.left("its console asks for a login; whether that guards it well, a person judges");
    } else if (heard.said() > 0) {
      asked.left("its console says something; whether that serves debugging, a person judges");
    }
    covers(o.key(), heard.pads(), heard.control(), heard.ended(), asked);
    if (!hasAll(heard.speeds(), SPEEDS)) {
      asked.left("its console was not listened to at all of " + SPEEDS);
    }
    if (!heard.powered().orElse(false)) {
      asked.left("whether it was powered on while somebody listened is not told");
    }
    asked.answered(o, "the console said nothing while it was listened to");
  }

  private void port(String kind) {
    Questions.Asked asked =
        questions.ask("Does no port answer to " + kind + " at the contacts?", row.subject());
    Optional<Seen<DebugPort>> log =
        answer(DebugPort.class, "a log of OpenOCD for " + kind + " at " + row.id(), asked);
    if (log.isEmpty()) {
      return;
    }
    Observation o = log.get().observation();
    DebugPort port = log.get().fact();
    if (port.ports().stream().anyMatch(p -> p.port().equals(kind))) {
      asked.refuted(o, "its port answers to " + kind);
    } else if (!port.silent().contains(kind)) {
      asked.left("nobody asked it with " + kind);
    }
    covers(o.key(), port.pads(), port.control(), port.ended(), asked);
    asked.answered(o, kind + " got no answer");
  }

  private <F extends Fact> Optional<Seen<F>> answer(
      Class<F> kind, String means, Questions.Asked asked) {
    Optional<Observation> log = facts.newest(kind, row.subject());
    Optional<Seen<F>> seen = facts.newestSeen(kind, row.subject());
    if (seen.isEmpty()) {
      asked.left(
          log.map(l -> row.id() + " has no answer: " + l.reason()).orElse("not tested" + HOW),
          new Remedy.ImportFile(means + HOW));
      return Optional.empty();
    }
    questions.restsOn(seen.get().observation());
    return seen;
  }

  private void covers(
      String log,
      Optional<List<String>> pads,
      Optional<Boolean> control,
      Optional<Boolean> ended,
      Questions.Asked asked) {
    if (!hasAll(pads, row.texts("pads"))) {
      asked.left(
          "of the contacts "
              + row.texts("pads")
              + " of "
              + row.id()
              + " only "
              + pads.orElse(List.of())
              + " were connected for "
              + log);
    }
    if (!control.orElse(false)) {
      asked.left("nothing in the log for " + log + " shows that the adapter worked");
    }
    if (!ended.orElse(false)) {
      asked.left("the log for " + log + " has no end");
    }
  }

  /** A log without marks can be of any contacts, these too. */
  private void unmarked() {
    for (Seen<ConsoleLog> log : facts.seen(ConsoleLog.class, ItemId.DUT)) {
      if (log.fact().shellWithoutPassword() || log.fact().bootLoaderPrompt()) {
        questions.gap("a console log that names no contacts shows a way in; it can be these");
      }
    }
    for (Seen<DebugPort> log : facts.seen(DebugPort.class, ItemId.DUT)) {
      if (!log.fact().ports().isEmpty()) {
        questions.gap("a log of OpenOCD that names no contacts shows a port; it can be this one");
      }
    }
  }

  private static boolean hasAll(Optional<List<String>> had, List<String> all) {
    return !all.isEmpty() && had.filter(l -> l.containsAll(all)).isPresent();
  }
}
