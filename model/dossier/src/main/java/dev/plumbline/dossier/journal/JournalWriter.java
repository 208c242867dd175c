package dev.plumbline.dossier.journal;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.disk.Owner;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.dossier.file.DossierFiles;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Appends to a journal. When {@link #append} has returned, the records are on the disk and are read
 * back whatever happens to this process.
 */
public final class JournalWriter<T> implements Closeable {
  private final JournalType<T> type;
  private final FileChannel channel;
  private Digest head;
  private long end;
  private long lines;
  private boolean failed;

  private JournalWriter(JournalType<T> type, FileChannel channel, Journal<T> journal) {
    this.type = type;
    this.channel = channel;
    this.head = journal.head();
    this.end = journal.end();
    this.lines = journal.records().size();
  }

  /**
   * Opens a journal, made when absent; a torn last line is cut off.
   *
   * @throws IOException if the chain is broken: nothing may be added to it
   */
  public static <T> JournalWriter<T> open(Path file, String name, JournalType<T> type)
      throws IOException {
    boolean fresh = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS),
            Owner.file(file));
    try {
      if (fresh) {
        WholeFile.forceDirectory(file.resolveSibling("."));
      }
      Owner.tighten(file);
      Journal<T> journal = read(file, name, type);
      JournalWriter<T> writer = new JournalWriter<>(type, channel, journal);
      channel.truncate(journal.end());
      if (journal.open()) {
        writer.write(new byte[] {'\n'});
      }
      return writer;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static <T> Journal<T> read(Path file, String name, JournalType<T> type)
      throws IOException {
    Problems problems = new Problems();
    try (InputStream in = DossierFiles.open(file)) {
      Journal<T> journal = Journal.read(in, name, type, problems);
      if (journal.broken()) {
        String why = problems.sorted().stream().findFirst().map(Problem::toString).orElse(name);
        throw new IOException("Nothing can be added to a broken journal. " + why);
      }
      return journal;
    }
  }

  /** Appends records; all of them are on the disk when this returns. */
  public void append(List<T> records) throws IOException {
    if (failed) {
      throw new IOException("An earlier write to this journal failed; open the dossier again.");
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Digest next = head;
    long place = lines;
    for (T record : records) {
      place++;
      byte[] line = JournalLine.write(Sequencer.placed(type.write(record), place, next));
      next = Digest.of(line);
      text.write(line);
      text.write('\n');
    }
    if (text.size() > 0) {
      write(text.toByteArray());
      head = next;
      lines = place;
    }
  }

  private void write(byte[] bytes) throws IOException {
    failed = true;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer, end + buffer.position());
    }
    channel.force(true);
    end += bytes.length;
    failed = false;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
