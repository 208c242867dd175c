package dev.plumbline.workbench.product;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** A dossier that is served: judged again when a file of it has changed, and not before. */
public final class Product {
  private final String id;
  private final Path folder;
  private final Judge judge;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock writers = new ReentrantLock();
  private Optional<Digest> stamp = Optional.empty();
  private Optional<State> state = Optional.empty();
  private Optional<Summary> summary = Optional.empty();
  private List<Path> folders;

  Product(String id, Path folder, Judge judge, Clock clock) {
    this.id = id;
    this.folder = folder;
    this.judge = judge;
    this.clock = clock;
    this.folders = List.of(folder);
  }

  /** Its name in addresses. */
  public String id() {
    return id;
  }

  /** Where its pages begin. */
  public String path() {
    return "/p/" + id;
  }

  /** Where it lies, as it was named. */
  public Path folder() {
    return folder;
  }

  /** The dossier as it is now. */
  public State state() {
    lock.lock();
    try {
      return current();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  /** Something that is written to the dossier. */
  @FunctionalInterface
  public interface Writing<T> {
    /** Writes it. */
    T write() throws IOException;
  }

  /** Writes to the dossier; nobody else of this server does at the same time, and readers go on. */
  public <T> T writing(Writing<T> writing) throws IOException {
    writers.lock();
    try {
      return writing.write();
    } finally {
      writers.unlock();
    }
  }

  /** The line of the list of products; empty where the dossier cannot be judged. */
  public Optional<Summary> summary() {
    lock.lock();
    try {
      return current() instanceof Snapshot ? summary : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private State current() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("The folder " + folder + " is gone.");
    }
    LocalDate day = LocalDate.now(clock);
    Digest now = Digest.of(day + FolderStamp.of(folders).hex());
    if (state.isPresent() && stamp.equals(Optional.of(now))) {
      return state.get();
    }
    State judged = judge.judge(folder, day);
    List<Path> all = new ArrayList<>(List.of(folder));
    if (judged instanceof Snapshot s) {
      s.workspace().base().ifPresent(b -> all.add(b.directory()));
      summary = Optional.of(Summary.of(folder.toString(), s));
    }
    // A first look at a variant did not know its base: it is judged once more, and then no more.
    stamp = all.equals(folders) ? Optional.of(now) : Optional.empty();
    folders = List.copyOf(all);
    state = Optional.of(judged);
    return judged;
  }
}
