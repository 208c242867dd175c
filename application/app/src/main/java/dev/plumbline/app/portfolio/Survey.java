package dev.plumbline.app.portfolio;

import dev.plumbline.app.PolicyChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Looks at the results of many dossiers, one thread a core. Those that are stored and still right
 * are taken; the others are judged and stored. What one dossier took is let go before the next is
 * opened.
 *
 * @param day everything is judged for it
 */
public record Survey(ResultIndex index, PolicyChoice policy, LocalDate day) {
  /**
   * Looks at each dossier.
   *
   * @param look what is kept of a result; called by several threads at once
   * @param done is told after each how many are done; by any thread
   * @return in the order of the folders
   * @throws IOException if a dossier cannot be read
   */
  public <T> List<T> of(List<Path> folders, Function<Looked, T> look, IntConsumer done)
      throws IOException, InterruptedException {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, folders.size()));
    AtomicInteger next = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    Map<Integer, T> kept = new ConcurrentHashMap<>();
    Results results = new Results(index, policy);
    Callable<Integer> work =
        () -> {
          DossierJudge judge = results.judge();
          for (int i = next.getAndIncrement(); i < folders.size(); i = next.getAndIncrement()) {
            Path folder = folders.get(i);
            kept.put(i, look.apply(new Looked(folder, result(results, folder, judge))));
            done.accept(finished.incrementAndGet());
          }
          return next.get();
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(pool.submit(work));
      }
      for (Future<Integer> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException unreadable) {
        throw unreadable.getCause();
      }
      throw new IllegalStateException("a dossier could not be judged: " + e.getCause(), e);
    }
    return List.copyOf(new TreeMap<>(kept).values());
  }

  /** A dossier and its result. */
  public record Looked(Path folder, StoredResult result) {}

  private StoredResult result(Results results, Path folder, DossierJudge judge) {
    try {
      return results.of(folder, day, judge);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalStateException("while looking at " + folder + ": " + e, e);
    }
  }
}
