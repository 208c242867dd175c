package dev.plumbline.dossier.journal;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.ConflictMarks;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a journal holds. Each line is a JSON object that names its type and, in {@code prev}, the
 * SHA-256 of the bytes of the line before it (of no bytes in the first line; line feeds do not
 * count). A line that was changed, removed or put in breaks the chain at the line after it.
 *
 * @param records up to the end, or to the last one that the chain vouches for
 * @param head digest of the last line
 * @param end offset behind the last whole line; what follows was never acknowledged
 * @param open whether the last line lacks its line feed
 * @param broken whether the chain is broken, so that nothing may be added
 */
public record Journal<T>(List<T> records, Digest head, long end, boolean open, boolean broken) {
  /** What the first line names as the one before it. */
  public static final Digest START = Sequencer.START;

  private static final KnownLines KNOWN = new KnownLines();

  public Journal {
    records = List.copyOf(records);
  }

  static <T> Journal<T> empty() {
    return new Journal<>(List.of(), START, 0, false, false);
  }

  /**
   * Reads a journal.
   *
   * @param name the file's name in problems: {@code PLB-1018} marks of a merge, {@code PLB-1060} a
   *     torn last line, {@code PLB-1061} a broken chain, {@code PLB-1062} a line that is no record,
   *     {@code PLB-1063} a line too long, {@code PLB-1064} a record of another type
   */
  public static <T> Journal<T> read(
      InputStream in, String name, JournalType<T> type, Problems problems) throws IOException {
    return new Reader<>(name, type, problems).read(new JournalLines(in));
  }

  private static final class Reader<T> {
    private final String name;
    private final JournalType<T> type;
    private final Problems problems;
    private final List<T> records = new ArrayList<>();
    private Digest head = START;
    private long end;
    private int line;

    Reader(String name, JournalType<T> type, Problems problems) {
      this.name = name;
      this.type = type;
      this.problems = problems;
    }

    Journal<T> read(JournalLines lines) throws IOException {
      while (true) {
        JournalLines.Line next = lines.next();
        line++;
        switch (next.ending()) {
          case NOTHING -> {
            return done(false, false);
          }
          case TOO_LONG -> {
            problems.error(
                "PLB-1063",
                place(),
                "The line has more than " + JournalLine.MAX + " bytes.",
                "Restore the file from a backup; Plumbline writes no such line.");
            return done(false, true);
          }
          case FILE -> {
            return last(next.bytes());
          }
          case LINE_FEED -> {
            if (!take(next.bytes(), 1)) {
              return done(false, true);
            }
          }
        }
      }
    }

    /** A last line without line feed is whole, or it was cut off while it was written. */
    private Journal<T> last(byte[] bytes) {
      if (!JournalLine.isWhole(bytes)) {
        problems.warning(
            "PLB-1060",
            place(),
            "The last line was cut off while it was written; it is left out.",
            "Nothing to do: it was never reported as stored. The next run goes on before it.");
        return done(false, false);
      }
      boolean taken = take(bytes, 0);
      return done(taken, !taken);
    }

    private boolean take(byte[] bytes, int lineFeed) {
      Digest digest = Digest.of(bytes);
      Optional<T> record = KNOWN.find(digest, type, head, line).or(() -> record(bytes, digest));
      record.ifPresent(
          r -> {
            records.add(r);
            head = digest;
            end += bytes.length + lineFeed;
          });
      return record.isPresent();
    }

    private Optional<T> record(byte[] bytes, Digest digest) {
      if (ConflictMarks.begins(bytes)) {
        ConflictMarks.tell(place(), problems);
        return Optional.empty();
      }
      Map<String, Object> fields;
      try {
        fields = JournalLine.read(bytes);
      } catch (IllegalArgumentException e) {
        return unreadable(e);
      }
      JournalPlace place = JournalPlace.of(fields);
      if (!place.isAt(head, line)) {
        problems.error(
            "PLB-1061",
            place(),
            line == 1
                ? "The journal does not begin here: lines before this one were removed."
                : "The chain is broken: this line does not follow line "
                    + (line - 1)
                    + " as it is.",
            "Restore the file from a backup or the repository; records from here on do not count.");
        distrustLast();
        return Optional.empty();
      }
      if (!(fields.get("type") instanceof String id) || !type.ids().contains(id)) {
        problems.error(
            "PLB-1064",
            place(),
            "The record is of type '"
                + Shape.shown(String.valueOf(fields.get("type")))
                + "', not "
                + type.ids().stream()
                    .sorted()
                    .map(i -> "'" + i + "'")
                    .collect(Collectors.joining(" or "))
                + ".",
            "Use a version of Plumbline that knows this type.");
        return Optional.empty();
      }
      try {
        T record = type.read(fields);
        KNOWN.add(digest, type, place, record);
        return Optional.of(record);
      } catch (IllegalArgumentException e) {
        return unreadable(e);
      }
    }

    /** Either line may have been changed; the earlier one has nothing left that vouches for it. */
    private void distrustLast() {
      if (!records.isEmpty()) {
        records.removeLast();
      }
    }

    private Optional<T> unreadable(IllegalArgumentException e) {
      problems.error(
          "PLB-1062",
          place(),
          "The line is no record: " + Shape.shown(String.valueOf(e.getMessage())) + ".",
          "Restore the file from a backup or the repository; records from here on do not count.");
      return Optional.empty();
    }

    private Place place() {
      return new Place(name, line, 0);
    }

    private Journal<T> done(boolean open, boolean broken) {
      return new Journal<>(records, head, end, open, broken);
    }
  }
}
