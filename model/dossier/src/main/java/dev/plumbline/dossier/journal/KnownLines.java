package dev.plumbline.dossier.journal;

import dev.plumbline.core.Digest;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records that this process has read and that are still in use, by the digest of their line: a
 * dossier that is served is read after each change, and its lines are the same but for the last.
 * Nothing is kept for its own sake: a record that nobody else holds is forgotten.
 */
final class KnownLines {
  private final Map<Digest, Known> lines = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();

  private static final class Known extends WeakReference<Object> {
    private final Digest line;
    private final JournalType<?> type;
    private final JournalPlace place;

    Known(
        Digest line,
        JournalType<?> type,
        JournalPlace place,
        Object record,
        ReferenceQueue<Object> forgotten) {
      super(record, forgotten);
      this.line = line;
      this.type = type;
      this.place = place;
    }
  }

  /** The record of that line, if it was read before and stood where this one does. */
  @SuppressWarnings("unchecked") // A line is kept with the type that read it.
  <T> Optional<T> find(Digest line, JournalType<T> type, Digest before, int number) {
    return Optional.ofNullable(lines.get(line))
        .filter(k -> k.type.equals(type) && k.place.isAt(before, number))
        .map(k -> (T) k.get());
  }

  /** Remembers a line that was read. */
  <T> void add(Digest line, JournalType<T> type, JournalPlace place, T record) {
    for (Object gone = forgotten.poll(); gone instanceof Known k; gone = forgotten.poll()) {
      lines.remove(k.line, k);
    }
    lines.put(line, new Known(line, type, place, record, forgotten));
  }
}
