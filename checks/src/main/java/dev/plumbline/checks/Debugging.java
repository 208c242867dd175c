package dev.plumbline.checks;

import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
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
  static final String CONSOLE = "console.log";
  static final String PORT = "debug.port";

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
    Optional<Observation> log =
        answer(CONSOLE, "the log of a serial adapter at the contacts of " + row.id(), asked);
    if (log.isEmpty()) {
      return;
    }
    Observation o = log.get();
    asked.answered(o, "the console was listened to");
    if (o.flag("shellWithoutPassword").orElse(false)) {
      questions.against("its console gives a shell without a password", o);
    } else if (o.flag("bootLoaderPrompt").orElse(false)) {
      questions.against("its console stops in the boot loader", o);
    } else if (o.flag("loginPrompt").orElse(false) && !guarded) {
      questions.against("its console asks for a login", o);
    } else if (o.flag("loginPrompt").orElse(false)) {
      questions.gap("its console asks for a login; whether that guards it well, a person judges");
    } else if (o.number("said").orElse(1L) > 0) {
      questions.gap("its console says something; whether that serves debugging, a person judges");
    }
    covers(o);
    if (!has(o, "speeds", SPEEDS)) {
      questions.gap("its console was not listened to at all of " + SPEEDS);
    }
    if (!Boolean.TRUE.equals(o.coverage().get("powered"))) {
      questions.gap("whether it was powered on while somebody listened is not told");
    }
  }

  private void port(String kind) {
    Questions.Asked asked =
        questions.ask("Does no port answer to " + kind + " at the contacts?", row.subject());
    Optional<Observation> log =
        answer(PORT, "a log of OpenOCD for " + kind + " at " + row.id(), asked);
    if (log.isEmpty()) {
      return;
    }
    Observation o = log.get();
    asked.answered(o, kind + " was asked");
    boolean answered =
        Traffic.maps(o, "ports").stream().anyMatch(p -> kind.equals(p.get("interface")));
    if (answered) {
      questions.against("its port answers to " + kind, o);
    } else if (!o.texts("silent").contains(kind)) {
      questions.gap("nobody asked it with " + kind);
    }
    covers(o);
  }

  private Optional<Observation> answer(String key, String means, Questions.Asked asked) {
    Optional<Observation> log = facts.observations(key, row.subject()).stream().findFirst();
    if (log.filter(Observation::seen).isEmpty()) {
      asked.left(
          log.map(l -> row.id() + " has no answer: " + l.reason()).orElse("not tested" + HOW),
          new Remedy.ImportFile(means + HOW));
      return Optional.empty();
    }
    questions.restsOn(log.get());
    return log;
  }

  private void covers(Observation o) {
    if (!has(o, "pads", row.texts("pads"))) {
      questions.gap(
          "of the contacts "
              + row.texts("pads")
              + " of "
              + row.id()
              + " only "
              + o.coverage().getOrDefault("pads", List.of())
              + " were connected for "
              + o.key());
    }
    if (!Boolean.TRUE.equals(o.coverage().get("control"))) {
      questions.gap("nothing in the log for " + o.key() + " shows that the adapter worked");
    }
    if (!Boolean.TRUE.equals(o.coverage().get("ended"))) {
      questions.gap("the log for " + o.key() + " has no end");
    }
  }

  /** A log without marks can be of any contacts, these too. */
  private void unmarked() {
    for (Observation o : facts.observations(CONSOLE, "DUT")) {
      if (o.flag("shellWithoutPassword").orElse(false)
          || o.flag("bootLoaderPrompt").orElse(false)) {
        questions.gap("a console log that names no contacts shows a way in; it can be these");
      }
    }
    for (Observation o : facts.observations(PORT, "DUT")) {
      if (!Traffic.maps(o, "ports").isEmpty()) {
        questions.gap("a log of OpenOCD that names no contacts shows a port; it can be this one");
      }
    }
  }

  private static boolean has(Observation o, String name, List<String> all) {
    return !all.isEmpty()
        && o.coverage().get(name) instanceof List<?> l
        && l.stream().map(String::valueOf).toList().containsAll(all);
  }
}
