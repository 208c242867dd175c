package dev.plumbline.importers.serialconsolelog;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importers.shared.trial.Mark;
import dev.plumbline.importing.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What the tester notes at the head of a log: the row and its contacts, a loop-back that shows the
 * adapter at work, and from where on the device was connected and powered.
 */
final class SerialTrial {
  private Optional<Mark> trial = Optional.empty();
  private String word = "";
  private boolean cameBack;
  private boolean begun;
  private boolean device;
  private boolean powered;
  private boolean ended;

  /** Takes a line of the head; false for one that the device may have said. */
  boolean header(String line) {
    Optional<Mark> mark = Mark.of(line);
    if (mark.isPresent() && !begun) {
      return mark(mark.get());
    }
    // Who marks a log does so at its head; a device could write marks further down.
    begun |= trial.isEmpty() && !line.isBlank();
    if (trial.isEmpty() || device) {
      return false;
    }
    cameBack |= !word.isEmpty() && line.strip().equals(word);
    return true;
  }

  private boolean mark(Mark mark) {
    if (trial.isEmpty()) {
      if (mark.word().equals("trial")) {
        trial = Optional.of(mark);
      }
      return trial.isPresent();
    }
    if (device) {
      ended |= mark.word().equals("end");
      return mark.word().equals("end");
    }
    switch (mark.word()) {
      case "loopback" -> word = mark.names().isEmpty() ? "" : mark.names().getFirst();
      case "device" -> {
        device = true;
        powered = mark.names().contains("power-on");
      }
      default -> {}
    }
    return true;
  }

  boolean marked() {
    return trial.isPresent();
  }

  /** Whether silence says something of the device. */
  boolean proves() {
    return missing().isEmpty();
  }

  /** Why it does not. */
  String missing() {
    if (!cameBack) {
      return "nothing came over the line, and no loop-back in the log shows that the adapter works";
    }
    if (!device || !powered) {
      return "the log does not say that the device was connected and powered on";
    }
    return ended ? "" : "the log does not say that it was recorded to its end";
  }

  /** The row, or the device where none is named. */
  String subject(Reading reading) {
    if (trial.isEmpty()) {
      return "DUT";
    }
    String id = trial.get().settings().getOrDefault("interface", "");
    Optional<String> row = Mark.row(reading, id, 15);
    if (row.isEmpty()) {
      reading.leftOut("the trial names an interface that the table of interfaces does not have", 0);
    }
    return row.orElse("DUT");
  }

  /** A list that the mark of the trial gives; empty without one. */
  Optional<List<String>> list(String name) {
    return trial.flatMap(t -> Texts.some(t.list(name)));
  }

  /** Whether a loop-back showed that the adapter works. */
  boolean cameBack() {
    return cameBack;
  }

  /** Whether the tester notes that the device had power. */
  boolean powered() {
    return powered;
  }

  /** Whether the log has its end. */
  boolean ended() {
    return ended;
  }
}
