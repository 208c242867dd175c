package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.CryptoPolicy;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.judging.Assessment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Judges many dossiers, one thread a core, and keeps of each what it is asked to. What one dossier
 * took is let go before the next is opened.
 *
 * @param policy cryptography is judged by it
 * @param day everything is judged for it
 */
public record Survey(CryptoPolicy policy, LocalDate day) {
  /** What is kept of a dossier. Called by several threads at once. */
  public interface Look<T> {
    /** Of one that could be judged. */
    T judged(Path folder, Workspace workspace, Assessment assessment);

    /**
     * Of one with errors.
     *
     * @param errors at least one
     */
    T unusable(Path folder, List<Problem> errors);
  }

  /**
   * Looks at each dossier.
   *
   * @param done is told after each how many are done; by any thread
   * @return in the order of the folders
   */
  public <T> List<T> of(List<Path> folders, Look<T> look, IntConsumer done)
      throws InterruptedException {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, folders.size()));
    AtomicInteger next = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    Map<Integer, T> results = new ConcurrentHashMap<>();
    Map<EditionId, Catalogue> catalogues = new ConcurrentHashMap<>();
    Callable<Integer> work =
        () -> {
          Judging judging =
              new Judging(id -> catalogues.computeIfAbsent(id, CatalogueLoader::load));
          for (int i = next.getAndIncrement(); i < folders.size(); i = next.getAndIncrement()) {
            results.put(i, look(judging, folders.get(i), look));
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
      throw new IllegalStateException("a dossier could not be judged: " + e.getCause(), e);
    }
    return List.copyOf(new TreeMap<>(results).values());
  }

  private static <T> T look(Judging judging, Path folder, Look<T> look) {
    try {
      return judging.look(folder, look);
    } catch (RuntimeException e) {
      throw new IllegalStateException("while looking at " + folder + ": " + e, e);
    }
  }

  /** One thread's judges: rules keep what they made of the last dossier. */
  private final class Judging {
    private final Map<EditionId, Judge> judges = new HashMap<>();
    private final Function<EditionId, Catalogue> catalogues;

    Judging(Function<EditionId, Catalogue> catalogues) {
      this.catalogues = catalogues;
    }

    private record Judge(Catalogue of, Assessor assessor) {}

    <T> T look(Path folder, Look<T> look) {
      Opened opened = Workspace.open(folder, day, catalogues);
      List<Problem> errors =
          opened.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
      if (!errors.isEmpty() || opened.workspace().isEmpty()) {
        return look.unusable(folder, errors);
      }
      Workspace workspace = opened.workspace().get();
      Assessment assessment =
          assessor(workspace.catalogue()).judge(workspace.dossier(), policy, day);
      return look.judged(folder, workspace, assessment);
    }

    /** Making an assessor compiles rules, so the last one of an edition is kept. */
    @SuppressWarnings("ReferenceEquality") // Comparing whole catalogues would take longer.
    private Assessor assessor(Catalogue catalogue) {
      return judges
          .compute(
              catalogue.edition().id(),
              (id, last) ->
                  last != null && last.of() == catalogue
                      ? last
                      : new Judge(catalogue, new Assessor(catalogue)))
          .assessor();
    }
  }
}
