package dev.plumbline.workbench.product;

import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.Results;
import dev.plumbline.app.portfolio.Results.Known;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A dossier that is served. It is judged when its files have changed, at most once a second by
 * whoever reads it then; all others read what is known and wait for nobody. What this server writes
 * is judged before the writer goes on.
 */
public final class Product {
  /** How long what is known is taken without looking at the files. */
  private static final long RECENT = TimeUnit.SECONDS.toNanos(1);

  private final String id;
  private final Path folder;
  private final Services services;
  private final ReentrantLock looking = new ReentrantLock();
  private final ReentrantLock writers = new ReentrantLock();
  private volatile Seen seen =
      new Seen(Optional.empty(), Optional.empty(), new ProductSummary.Pending());
  private volatile long looked;
  private volatile long read;
  private volatile SearchedText searched;

  /** What all products of a server share. */
  record Services(Results results, Judges judges, ResultWriter writer, Clock clock) {
    LocalDate day() {
      return LocalDate.now(clock);
    }
  }

  /**
   * What is known.
   *
   * @param of the state of the files
   * @param dossier as it was judged; empty where only its summary is kept
   */
  private record Seen(Optional<Results.State> of, Optional<State> dossier, ProductSummary summary) {
    boolean isOf(LocalDate day) {
      return of.map(Results.State::day).filter(day::equals).isPresent();
    }
  }

  Product(String id, Path folder, Services services) {
    this.id = id;
    this.folder = folder;
    this.services = services;
    this.searched = SearchedText.of(folder, seen.summary());
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

  /** The line of the list of products, as it was known last. Reads no file and waits for nobody. */
  public ProductSummary summary() {
    return seen.summary();
  }

  /**
   * Whether its folder or the name of its product contains a text.
   *
   * @param text in lower case
   */
  public boolean matches(String text) {
    ProductSummary now = summary();
    SearchedText known = searched;
    if (!known.isOf(now)) {
      known = SearchedText.of(folder, now);
      searched = known;
    }
    return known.text().contains(text);
  }

  /** The dossier as it was at most a second ago. */
  public State state() {
    read = System.nanoTime();
    Seen known = seen;
    if (known.dossier().isEmpty() || !known.isOf(services.day())) {
      return now();
    }
    if (System.nanoTime() - looked < RECENT || !looking.tryLock()) {
      return known.dossier().get();
    }
    try {
      return look();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      looking.unlock();
    }
  }

  /** The dossier as it is now, such as while nobody else can write to it. */
  public State now() {
    read = System.nanoTime();
    looking.lock();
    try {
      return look();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      looking.unlock();
    }
  }

  /** Something that is written to the dossier. */
  @FunctionalInterface
  public interface Writing<T> {
    /** Writes it. */
    T write() throws IOException;
  }

  /**
   * Writes to the dossier and judges it. Nobody else of this server writes at the same time, and
   * readers go on with what is known.
   */
  public <T> T writing(Writing<T> writing) throws IOException {
    writers.lock();
    try {
      T written = writing.write();
      now();
      return written;
    } finally {
      writers.unlock();
    }
  }

  /**
   * Takes the stored summary, or judges the dossier where there is none that is still right.
   *
   * @throws IOException if the dossier cannot be read
   */
  void begin() throws IOException {
    looking.lock();
    try {
      if (!(seen.summary() instanceof ProductSummary.Pending)) {
        return;
      }
      Optional<Known> known = services.results().find(folder, services.day());
      if (known.isPresent()) {
        seen =
            new Seen(
                Optional.of(known.get().state()),
                Optional.empty(),
                ProductSummary.of(known.get().result()));
        looked = System.nanoTime();
      } else {
        look();
      }
    } finally {
      looking.unlock();
    }
  }

  /**
   * Judges the dossier where its files have changed, unless somebody does already.
   *
   * @throws IOException if the dossier cannot be read
   */
  void refresh() throws IOException {
    if (System.nanoTime() - looked < RECENT || !looking.tryLock()) {
      return;
    }
    try {
      Optional<Results.State> of = seen.of();
      if (of.isPresent() && state(of.get()).equals(of.get())) {
        looked = System.nanoTime();
      } else {
        look();
      }
    } finally {
      looking.unlock();
    }
  }

  /** Keeps of a dossier that cannot be read that it cannot be read. */
  void unreadable() {
    seen =
        new Seen(
            Optional.empty(), Optional.empty(), new ProductSummary.Broken(0, Optional.empty()));
  }

  /** When a page read it last, by {@link System#nanoTime}; empty where it is not in memory. */
  Optional<Long> inMemorySince() {
    return seen.dossier().map(d -> read);
  }

  /** Keeps the summary alone, until a page reads the dossier again. */
  void forget() {
    if (looking.tryLock()) {
      try {
        seen = new Seen(seen.of(), Optional.empty(), seen.summary());
      } finally {
        looking.unlock();
      }
    }
  }

  private Results.State state(Results.State last) throws IOException {
    return services.results().state(last.folders(), services.day());
  }

  /** By one thread at a time. */
  private State look() throws IOException {
    Results.State now =
        seen.of().isPresent()
            ? state(seen.of().get())
            : services.results().state(folder, services.day());
    Optional<State> dossier = seen.dossier();
    if (dossier.isPresent() && seen.of().equals(Optional.of(now))) {
      looked = System.nanoTime();
      return dossier.get();
    }
    Optional<ReusableFindings> known = dossier.flatMap(State::findings);
    Outcome outcome = outcome(now);
    List<Path> folders = Results.folders(folder, outcome);
    if (!folders.equals(now.folders())) {
      // A first look at a variant did not know its base: what is stored is of a state that did.
      now = services.results().state(folders, services.day());
      outcome = judge(now.day(), known);
    }
    State judged =
        switch (outcome) {
          case Outcome.Judged j -> Snapshot.of(j.dossier());
          case Outcome.Unusable u -> new State.Broken(u.problems());
        };
    seen = new Seen(Optional.of(now), Optional.of(judged), ProductSummary.of(folder, outcome));
    looked = System.nanoTime();
    if (dossier.isPresent()) {
      services.writer().writeLater(folder, now, outcome);
    } else {
      services.writer().write(folder, now, outcome);
    }
    return judged;
  }

  /** What became of the dossier; where people alone wrote to it, the rest is not read again. */
  private Outcome outcome(Results.State now) throws IOException {
    Seen known = seen;
    Optional<Snapshot> before =
        known.of().filter(o -> o.given().equals(now.given())).isPresent()
            ? known.dossier().filter(Snapshot.class::isInstance).map(Snapshot.class::cast)
            : Optional.empty();
    return before.isPresent()
        ? judging(judges -> judges.judgePeople(before.get().judged(), now.day()))
        : judge(now.day(), known.dossier().flatMap(State::findings));
  }

  private Outcome judge(LocalDate day, Optional<ReusableFindings> before) throws IOException {
    return judging(judges -> judges.judge(folder, day, before));
  }

  @FunctionalInterface
  private interface Judging {
    Outcome by(Judges judges) throws InterruptedException;
  }

  private Outcome judging(Judging judging) throws IOException {
    try {
      return judging.by(services.judges());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server is being stopped");
    }
  }
}
