package dev.plumbline.importers.openocdlog;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importers.shared.trial.Mark;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.observation.hardware.DebugPort;
import dev.plumbline.observation.hardware.DebugWrite;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The lines of a log of OpenOCD, one session or several in a row. What stands before the tester's
 * mark {@code plumbline trial} is of a reference board, what stands behind it of the device.
 */
final class OpenOcdLog {

  private static final BoundedPattern VERSION =
      BoundedPattern.compile("^Open On-Chip Debugger (\\S+)");
  private static final BoundedPattern SPEED = BoundedPattern.compile("clock speed (\\d+) kHz");

  private String version = "";
  private String speed = "";
  private boolean adapterFailed;
  private Optional<Mark> trial = Optional.empty();
  private OpenOcdSession reference = new OpenOcdSession();
  private OpenOcdSession device = new OpenOcdSession();
  private final Writes writes = new Writes();
  private boolean powerNoted;
  private boolean mixed;
  private boolean ended;

  void line(String line) {
    if (line.isBlank()) {
      return;
    }
    Optional<Mark> mark = Mark.of(line);
    if (mark.isPresent()) {
      mark(mark.get());
      return;
    }
    Matcher m = VERSION.matcher(line);
    if (m.find()) {
      version = m.group(1);
    }
    m = SPEED.matcher(line);
    if (m.find()) {
      speed = m.group(1);
    }
    adapterFailed |=
        line.startsWith("Error: unable to open") || line.contains("unable to find a matching");
    device.line(line);
    writes.line(line);
  }

  private void mark(Mark mark) {
    if (mark.word().equals("trial") && trial.isEmpty()) {
      trial = Optional.of(mark);
      reference = device;
      device = new OpenOcdSession();
    } else if (mark.word().equals("trial")) {
      mixed |= !mark.equals(trial.orElseThrow());
    }
    powerNoted |= trial.isPresent() && isPowerOn(mark);
    ended |= mark.word().equals("end");
    writes.mark(mark);
  }

  private static boolean isPowerOn(Mark mark) {
    return mark.word().equals("device") && mark.names().contains("power-on");
  }

  /** No answer on the pins that were tried is a fact of these pins, and of no others. */
  void tell(Reading reading) throws MalformedImportException {
    if (version.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.OTHER_FORMAT, "it is no log of OpenOCD");
    }
    reading.ran(new ToolRun(version, "", "", Optional.empty()));
    String subject = subject(reading);
    boolean answered = !device.ports().isEmpty();
    if (adapterFailed) {
      reading.undetermined(DebugPort.class, subject, "the adapter was not there");
    } else if (mixed) {
      reading.undetermined(
          DebugPort.class,
          subject,
          "the log holds trials of several interfaces or of other contacts");
    } else if (!answered && device.silence().isEmpty()) {
      reading.undetermined(DebugPort.class, subject, "it does not say what the port answered");
    } else {
      reading.seen(
          subject,
          new DebugPort(
              device.ports(),
              device.cores(),
              device.halted(),
              List.copyOf(device.silent()),
              Texts.some(device.readOut()),
              Texts.some(device.transport()),
              Texts.some(Fields.whole(speed)),
              Texts.some(device.silence()),
              pins(),
              pads(),
              control(),
              trial.map(t -> ended)));
    }
    if (!adapterFailed) {
      writes(reading);
    }
  }

  private String subject(Reading reading) {
    if (trial.isEmpty()) {
      return "DUT";
    }
    Optional<String> row =
        Mark.row(reading, trial.get().settings().getOrDefault("interface", ""), 15);
    if (row.isEmpty()) {
      reading.leftOut("the trial names an interface that the table of interfaces does not have", 0);
    }
    return row.orElse("DUT");
  }

  private Optional<String> pins() {
    return trial.isPresent()
        ? Optional.empty()
        : Optional.of("those that the adapter was connected to");
  }

  private Optional<List<String>> pads() {
    return trial.flatMap(t -> Texts.some(t.list("pads")));
  }

  private Optional<Boolean> control() {
    return trial.map(t -> !mixed && (device.powered() || referenceAnswered()));
  }

  /**
   * A board that answered before shows that the adapter works, by the transports that it answered
   * to; that the device has power then, the tester notes. A voltage of the device shows both.
   */
  private boolean referenceAnswered() {
    List<String> answered = reference.ports().stream().map(DebugPort.Port::port).toList();
    return powerNoted && !answered.isEmpty() && answered.containsAll(device.silent());
  }

  private void writes(Reading reading) {
    writes
        .results()
        .forEach(
            (id, result) -> {
              Optional<String> row = Mark.row(reading, id, 10);
              if (row.isEmpty()) {
                reading.leftOut("a write to a parameter that the table does not have", 0);
                return;
              }
              reading.seen(
                  row.get(),
                  new DebugWrite(
                      result,
                      !device.ports().isEmpty(),
                      Texts.some(List.copyOf(device.silent())),
                      Texts.some(device.readOut()),
                      Texts.some(device.transport()),
                      Texts.some(Fields.whole(speed)),
                      Texts.some(device.silence()),
                      pins(),
                      pads(),
                      control(),
                      trial.map(t -> ended)));
            });
  }
}
