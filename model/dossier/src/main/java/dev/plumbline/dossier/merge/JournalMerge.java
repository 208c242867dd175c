package dev.plumbline.dossier.merge;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.journal.JournalLine;
import dev.plumbline.dossier.journal.JournalLines;
import dev.plumbline.dossier.journal.Sequencer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Joins two journals that began as one, such as on two branches. The lines of ours stay as they
 * are, byte for byte, so that a checkpoint of ours still fits; the records that only theirs has
 * follow in their order, each with a new place in the chain. Nothing that a record says is touched,
 * whatever its type, so that its signature stays right.
 *
 * @param kept lines of ours
 * @param added records of theirs that ours did not have
 */
public record JournalMerge(long kept, long added) {

  /** A journal cannot be joined, since it is not whole itself; the message is a sentence. */
  public static final class BrokenJournalException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenJournalException(String message) {
      super(message);
    }
  }

  /** Opens a journal; asked once. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /**
   * Writes the joined journal. A last line that was cut off while it was written was never
   * acknowledged, and is left out.
   *
   * @throws BrokenJournalException if the chain of one is broken: joining would hide that
   */
  public static JournalMerge join(Source ours, Source theirs, OutputStream joined)
      throws IOException {
    Map<Digest, Integer> known = new HashMap<>();
    Chain own = new Chain("ours");
    own.read(
        ours,
        (line, fields) -> {
          known.merge(content(fields), 1, Integer::sum);
          write(line, joined);
        });
    Joined end = new Joined(own.head, own.place);
    new Chain("theirs")
        .read(
            theirs,
            (line, fields) -> {
              int left = known.merge(content(fields), -1, Integer::sum);
              if (left < 0) {
                byte[] placed =
                    JournalLine.write(
                        Sequencer.placed(withoutPlace(fields), end.place + 1, end.head));
                write(placed, joined);
                end.head = Digest.of(placed);
                end.place++;
              }
            });
    return new JournalMerge(own.place, end.place - own.place);
  }

  private static void write(byte[] line, OutputStream joined) throws IOException {
    joined.write(line);
    joined.write('\n');
  }

  private static Map<String, Object> withoutPlace(Map<String, Object> fields) {
    Map<String, Object> record = new LinkedHashMap<>(fields);
    record.remove("seq");
    record.remove("prev");
    return record;
  }

  /** The same for one record at any place; its signature is part of it. */
  private static Digest content(Map<String, Object> fields) {
    return Digest.of(JournalLine.write(new TreeMap<>(withoutPlace(fields))));
  }

  /** Where the joined journal ends. */
  private static final class Joined {
    private Digest head;
    private long place;

    Joined(Digest head, long place) {
      this.head = head;
      this.place = place;
    }
  }

  /** Takes a line whose place in the chain is right. */
  @FunctionalInterface
  private interface Taking {
    void take(byte[] line, Map<String, Object> fields) throws IOException;
  }

  /** Reads a journal line by line as long as the chain holds. */
  private static final class Chain {
    private final String name;
    private Digest head = Sequencer.START;
    private long place;

    Chain(String name) {
      this.name = name;
    }

    void read(Source journal, Taking taking) throws IOException {
      try (InputStream in = journal.open()) {
        JournalLines lines = new JournalLines(in);
        while (true) {
          JournalLines.Line line = lines.next();
          switch (line.ending()) {
            case NOTHING -> {
              return;
            }
            case TOO_LONG -> throw broken("is too long");
            case FILE -> {
              if (JournalLine.isWhole(line.bytes())) {
                take(line.bytes(), taking);
              }
              return;
            }
            case LINE_FEED -> take(line.bytes(), taking);
          }
        }
      }
    }

    private void take(byte[] line, Taking taking) throws IOException {
      Map<String, Object> fields;
      try {
        fields = JournalLine.read(line);
      } catch (IllegalArgumentException e) {
        throw broken("is not a record");
      }
      boolean inPlace = !fields.containsKey("seq") || Objects.equals(fields.get("seq"), place + 1);
      if (!head.hex().equals(fields.get("prev")) || !inPlace) {
        throw broken("does not follow the line before it");
      }
      taking.take(line, fields);
      head = Digest.of(line);
      place++;
    }

    private BrokenJournalException broken(String what) {
      return new BrokenJournalException(
          "Line "
              + (place + 1)
              + " of "
              + name
              + " "
              + what
              + ", so the journals were not joined. Restore that version from a backup or the"
              + " repository.");
    }
  }
}
