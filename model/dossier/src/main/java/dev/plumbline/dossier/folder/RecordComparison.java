package dev.plumbline.dossier.folder;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.dossier.RecordState.JournalState;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.folder.RecordReader.Ends;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a record against an earlier state of it. A record only grows: what stood there then has to
 * stand there still.
 */
public final class RecordComparison {
  private static final String REMEDY =
      "Restore the file from a backup or the repository, or have explained who changed it and why;"
          + " do not rely on this record before.";

  private final RecordReader reader;
  private final RecordState earlier;
  private final List<Problem> shorter = new ArrayList<>();
  private final List<Problem> changed = new ArrayList<>();
  private final List<Problem> removed = new ArrayList<>();
  private boolean grown;

  RecordComparison(DossierFiles files, RecordState earlier) {
    this.reader = new RecordReader(files);
    this.earlier = earlier;
  }

  /**
   * What is not as it was.
   *
   * @param problems {@code PLB-1066} the last line changed, {@code PLB-1067} lines dropped at the
   *     end, {@code PLB-1068} a journal removed, {@code PLB-1069} a chain written anew, {@code
   *     PLB-1071} an older copy, {@code PLB-1072} evidence no longer listed, {@code PLB-1073} an
   *     entry changed
   */
  void tell(Problems problems) throws IOException {
    for (JournalState then : earlier.journals()) {
      if (then.lines() > 0) {
        journal(then);
      }
    }
    RecordState now = reader.read();
    evidence(now);
    boolean fewerOfAll = shorter.size() + (removed.isEmpty() ? 0 : 1) > 1;
    boolean news =
        grown || !now.evidence().keySet().stream().allMatch(earlier.evidence()::containsKey);
    if (!shorter.isEmpty() && fewerOfAll && !news && changed.isEmpty()) {
      problems.add(olderCopy());
    } else {
      shorter.forEach(problems::add);
      removed.forEach(problems::add);
    }
    changed.forEach(problems::add);
  }

  private void journal(JournalState then) throws IOException {
    Optional<Ends> found = reader.ends(then.file(), then.lines());
    if (found.isEmpty()) {
      shorter.add(
          error(
              "PLB-1068",
              Place.of(then.file()),
              "The file was removed: it had " + lines(then.lines()) + "."));
      return;
    }
    Ends now = found.get();
    if (now.lines() < then.lines()) {
      shorter.add(
          error(
              "PLB-1067",
              new Place(then.file(), (int) now.lines(), 0),
              lines(then.lines() - now.lines())
                  + " at the end of the journal, which had "
                  + lines(then.lines())
                  + ", "
                  + (then.lines() - now.lines() == 1 ? "was" : "were")
                  + " removed."));
    } else if (!now.head().equals(then.head()) && now.before().equals(then.before())) {
      changed.add(
          error(
              "PLB-1066",
              new Place(then.file(), (int) then.lines(), 0),
              "The line was changed; it was the last one then, so that no later line vouches for"
                  + " it."));
    } else if (!now.head().equals(then.head())) {
      changed.add(
          error(
              "PLB-1069",
              Place.of(then.file()),
              "The chain was written anew: its first "
                  + lines(then.lines())
                  + " are not those that stood there."));
    } else {
      grown |= reader.ends(then.file(), then.lines() + 1).orElse(now).lines() > then.lines();
    }
  }

  private void evidence(RecordState now) {
    earlier
        .evidence()
        .forEach(
            (hex, entry) -> {
              Optional<Digest> found = Optional.ofNullable(now.evidence().get(hex));
              if (found.isEmpty()) {
                removed.add(
                    error(
                        "PLB-1072",
                        Place.of(EvidenceReader.FILE),
                        "The evidence " + hex + " was listed and is not any more."));
              } else if (!found.get().equals(entry)) {
                changed.add(
                    error(
                        "PLB-1073",
                        Place.of(EvidenceReader.FILE),
                        "The entry of the evidence " + hex + " was changed."));
              }
            });
  }

  private Problem olderCopy() {
    return error(
        "PLB-1071",
        Place.of(DossierWriter.RECORD),
        "This is an older copy of the dossier: all that it records was recorded then, and what came"
            + " later is missing ("
            + missing()
            + ").");
  }

  private String missing() {
    List<String> parts = new ArrayList<>();
    shorter.forEach(p -> parts.add(p.place().file()));
    if (!removed.isEmpty()) {
      parts.add(removed.size() + " of " + EvidenceReader.FILE);
    }
    return String.join(", ", parts);
  }

  private static String lines(long count) {
    return count == 1 ? "1 line" : count + " lines";
  }

  private static Problem error(String id, Place place, String what) {
    return new Problem(id, Severity.ERROR, place, what, REMEDY);
  }
}
