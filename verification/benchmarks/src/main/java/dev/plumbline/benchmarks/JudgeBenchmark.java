package dev.plumbline.benchmarks;

import dev.plumbline.app.Assessor;
import dev.plumbline.benchmarks.Row.Standing;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.ReusableAssessment;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Planning and judging a full dossier with all observations of a demo, one and many. */
final class JudgeBenchmark implements Benchmark {
  private static final int ITERATIONS = 2_000;
  private static final List<Integer> BATCHES = List.of(500, 5_000);
  private static final int LONGEST = 100_000;
  private static final double REACH = 0.001;
  private static final double REACH_AGAIN = 0.005;
  private static final double MOST_SLOWER = 1.25;
  private static final double MOST_GROWTH_MIB = 4;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Override
  public String name() {
    return "judge";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Dossier dossier = DossierCopy.read(DemoBenchmark.dossier(s));
    Series series = new Series(dossier);
    s.say("one dossier");
    series.one(s.times(ITERATIONS));
    Samples one = series.one(s.times(ITERATIONS));
    s.say("one dossier again, one cell changed");
    series.again(s.times(ITERATIONS));
    Again again = series.again(s.times(ITERATIONS));
    Assessment last = Judging.under(dossier).of(dossier);
    String size =
        last.counts().planned()
            + " items, "
            + dossier.observations().size()
            + " observations, "
            + last.verdicts().getOrDefault(Verdict.FAIL, 0)
            + " FAIL";
    Map<String, Object> raw = new LinkedHashMap<>();
    raw.put("size", size);
    raw.put("iterations", one.values().size());
    raw.put("medianSeconds", one.median());
    raw.put("againMedianSeconds", again.touched().median());
    raw.put("againSlowestRowMedianSeconds", again.slowestRow());
    raw.put("againWholeMedianSeconds", again.whole().median());
    StringBuilder told = new StringBuilder();
    List<Batch> batches = new ArrayList<>();
    List<Integer> counts = new ArrayList<>(BATCHES);
    if (s.whole()) {
      counts.add(LONGEST);
    }
    for (int count : counts) {
      Batch batch = series.batch(s.times(count));
      s.say(batch.toString());
      batches.add(batch);
      raw.put("batch" + count, batch);
      told.append(told.isEmpty() ? "" : "; ").append(batch);
    }
    Batch first = batches.getFirst();
    Batch end = batches.getLast();
    boolean linear = end.each() <= MOST_SLOWER * first.each();
    boolean flat = end.heapMib() - first.heapMib() <= MOST_GROWTH_MIB;
    return new Result(
        List.of(
            new Row(
                "plan and judge a full dossier, warm (" + size + ")",
                Row.NONE,
                "≤ 1 ms",
                String.format(Locale.ROOT, "%.2f ms", one.median() * 1000),
                Row.NONE,
                Standing.of(one.median() <= REACH)),
            new Row(
                "judge again after one cell changed, only what it touches",
                Row.NONE,
                "≤ 5 ms",
                again.toString(),
                Row.NONE,
                Standing.of(again.touched().median() <= REACH_AGAIN)),
            new Row(
                "plan and judge many dossiers, one thread a core",
                Row.NONE,
                "100,000 linear, memory flat",
                told.toString(),
                Row.NONE,
                s.whole() ? Standing.of(linear && flat) : Standing.TOLD)),
        raw);
  }

  /** Plans and judges as the command does. */
  private record Judging(Assessor assessor, CryptoPolicy policy) {
    static Judging under(Dossier dossier) {
      EditionId edition = EditionId.of(dossier.product().edition()).orElseThrow();
      return new Judging(new Assessor(CatalogueLoader.load(edition)), CryptoPolicies.load());
    }

    Assessment of(Dossier dossier) {
      return assessor.judge(dossier, policy, DAY);
    }

    ReusableAssessment of(Dossier dossier, Optional<ReusableFindings> before) {
      return assessor.judge(dossier, policy, DAY, before);
    }
  }

  /**
   * A dossier that is judged again after the description of one row, each in turn.
   *
   * @param touched with what was kept of the state before
   * @param slowestRow the longest median of one row
   * @param whole all of it, by turns with the other
   */
  private record Again(Samples touched, double slowestRow, Samples whole) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.2f ms, slowest row %.2f ms; all of it %.2f ms",
          touched.median() * 1000,
          slowestRow * 1000,
          whole.median() * 1000);
    }
  }

  /** How long so many dossiers took, and what was left on the heap after them. */
  private record Batch(int count, double seconds, double heapMib) {
    double each() {
      return seconds / count;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d: %.1f s, %.2f ms each, %.1f MiB",
          count,
          seconds,
          each() * 1000,
          heapMib);
    }
  }

  private static final class Series {
    private final Dossier dossier;
    // One a thread: rules keep what they made of the last dossier, and two would take turns at it.
    private final List<Judging> judges = new ArrayList<>();

    Series(Dossier dossier) {
      this.dossier = dossier;
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        judges.add(Judging.under(dossier));
      }
    }

    Samples one(int times) {
      return timed(times, new Dossiers(dossier)::next);
    }

    Again again(int times) {
      Judging judging = judges.getFirst();
      Dossiers copies = new Dossiers(dossier);
      List<IxitEntry> rows = copies.described();
      Optional<ReusableFindings> before =
          Optional.of(judging.of(dossier, Optional.empty()).findings());
      Samples touched = new Samples();
      Samples whole = new Samples();
      Map<String, Samples> byRow = new LinkedHashMap<>();
      for (int i = 0; i < times; i++) {
        IxitEntry row = rows.get(i % rows.size());
        Dossier copy = copies.changed(row, i);
        whole.add(seconds(() -> judging.of(copy)));
        double seconds = seconds(() -> judging.of(copy, before).assessment());
        touched.add(seconds);
        byRow.computeIfAbsent(row.subject(), r -> new Samples()).add(seconds);
      }
      double slowest = byRow.values().stream().mapToDouble(Samples::median).max().orElseThrow();
      return new Again(touched, slowest, whole);
    }

    private Samples timed(int times, IntFunction<Dossier> copies) {
      Samples samples = new Samples();
      Judging judging = judges.getFirst();
      for (int i = 0; i < times; i++) {
        Dossier copy = copies.apply(i);
        samples.add(seconds(() -> judging.of(copy)));
      }
      return samples;
    }

    private static double seconds(Supplier<Assessment> judging) {
      long start = System.nanoTime();
      Assessment assessment = judging.get();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (assessment.verdicts().isEmpty()) {
        throw new IllegalStateException("nothing was judged");
      }
      return seconds;
    }

    Batch batch(int count) throws InterruptedException {
      AtomicInteger next = new AtomicInteger();
      AtomicLong judged = new AtomicLong();
      Dossiers copies = new Dossiers(dossier);
      List<Thread> all = new ArrayList<>();
      long start = System.nanoTime();
      for (Judging judging : judges) {
        all.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        judged.addAndGet(judging.of(copies.next(i)).counts().planned() > 0 ? 1 : 0);
                      }
                    }));
      }
      for (Thread thread : all) {
        thread.join();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (judged.get() != count) {
        throw new IllegalStateException("only " + judged + " of " + count + " were judged");
      }
      return new Batch(count, seconds, heapMib());
    }

    private static double heapMib() {
      for (int i = 0; i < 3; i++) {
        System.gc();
      }
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0;
    }
  }
}
