package dev.plumbline.app.team;

import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.judging.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of the grounds of a decision changed since it was made, as far as the record tells. */
final class ChangedGrounds {
  private ChangedGrounds() {}

  /** Each change as a clause; empty where nothing did. */
  static List<String> of(Decision earlier, Judged now) {
    Optional<Saw> then = earlier.signed().map(Signed::saw);
    if (then.isEmpty()) {
      return List.of("what it was decided on has changed; the record does not tell what");
    }
    Saw today = now.grounds().saw();
    if (then.get().parts().isEmpty()) {
      List<String> changes = new ArrayList<>();
      if (!then.get().declaration().equals(today.declaration())) {
        changes.add("what is declared was changed; the record does not tell which cell");
      }
      if (!then.get().observations().equals(today.observations())) {
        changes.add("the device or what was observed of it is not the same");
      }
      return changes;
    }
    List<String> changes = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(then.get().parts().keySet());
    names.addAll(today.parts().keySet());
    for (String name : names) {
      Optional<String> was = Optional.ofNullable(then.get().parts().get(name));
      Optional<String> is = Optional.ofNullable(today.parts().get(name));
      if (!was.equals(is)) {
        changes.add(clause(name, was, is, now));
      }
    }
    return changes;
  }

  private static String clause(String name, Optional<String> was, Optional<String> is, Judged now) {
    return switch (name) {
      case "unit" -> "the catalogue says something else about the unit";
      case "ics" -> "the ICS was changed that the unit rests on";
      case "product" -> "the identification of the product was changed";
      case "observations" -> "other observations were made";
      case "device" -> is.orElse("no device") + " is assessed, it was " + was.orElse("no device");
      default ->
          is.isEmpty()
              ? name + " was removed"
              : name + (was.isEmpty() ? " was added" : " was changed") + text(name, now);
    };
  }

  /** What a cell says now. */
  private static String text(String name, Judged now) {
    return Stream.concat(now.item().entry().stream(), now.item().second().stream())
        .filter(e -> name.startsWith(e.subject() + " "))
        .flatMap(e -> cell(e, name.substring(e.subject().length() + 1)).stream())
        .findFirst()
        .map(t -> "; it says now: " + t)
        .orElse("");
  }

  private static Optional<String> cell(IxitEntry entry, String key) {
    return entry.cell(key).map(Cell::text).filter(t -> !t.isBlank());
  }
}
