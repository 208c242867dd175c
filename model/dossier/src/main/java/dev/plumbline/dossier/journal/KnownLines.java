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
final class KnownLines<T> {
  private final Map<Digest, Known<T>> lines = new ConcurrentHashMap<>();
  private final ReferenceQueue<T> forgotten = new ReferenceQueue<>();

  private static final class Known<T> extends WeakReference<T> {
    private final Digest line;
    private final JournalPlace place;

    Known(Digest line, JournalPlace place, T record, ReferenceQueue<T> forgotten) {
      super(record, forgotten);
      this.line = line;
      this.place = place;
    }
  }

  /** The record of that line, if it was read before and stood where this one does. */
  Optional<T> find(Digest line, Digest before, int number) {
    return Optional.ofNullable(lines.get(line))
        .filter(k -> k.place.isAt(before, number))
        .map(WeakReference::get);
  }

  /** Remembers a line that was read. */
  void add(Digest line, JournalPlace place, T record) {
    for (Object gone = forgotten.poll(); gone instanceof Known<?> k; gone = forgotten.poll()) {
      lines.remove(k.line, k);
    }
    lines.put(line, new Known<>(line, place, record, forgotten));
  }

  /** How many lines are remembered. */
  int size() {
    return lines.size();
  }
}
