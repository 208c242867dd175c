package dev.plumbline.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Sends requests at a fixed rate, whether earlier ones were answered or not, as people do who know
 * nothing of each other. The time of each counts from the moment at which it was due.
 *
 * @param perSecond requests a second
 * @param seconds how long
 */
record OpenLoop(int perSecond, int seconds) {
  private static final long SECOND = 1_000_000_000L;

  /** One request: its kind, and what sends it and says whether the answer was right. */
  record Request(String kind, Sending sending) {}

  /** Sends a request. */
  @FunctionalInterface
  interface Sending {
    /** Whether the answer was right. */
    boolean send() throws Exception;
  }

  /**
   * An answer.
   *
   * @param millis from when it was due
   */
  record Answered(String kind, double millis, boolean right) {}

  /**
   * Sends all.
   *
   * @param requests the one of each number, from 0
   */
  List<Answered> run(IntFunction<Request> requests) {
    ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < perSecond * seconds; i++) {
        long due = start + i * (SECOND / perSecond);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        Request request = requests.apply(i);
        threads.execute(() -> answers.add(answer(request, due)));
      }
    }
    return List.copyOf(answers);
  }

  private static Answered answer(Request request, long due) {
    boolean right;
    try {
      right = request.sending().send();
    } catch (Exception e) {
      right = false;
    }
    return new Answered(request.kind(), (System.nanoTime() - due) / 1e6, right);
  }

  /** The time in milliseconds that this share of the answers did not need, 0 without any. */
  static double quantile(List<Answered> answers, double share) {
    List<Double> sorted = answers.stream().map(Answered::millis).sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }

  /** Number, errors and times of each kind of request. */
  static Map<String, Object> byKind(List<Answered> answers) {
    Map<String, List<Answered>> kinds = new TreeMap<>();
    answers.forEach(a -> kinds.computeIfAbsent(a.kind(), k -> new ArrayList<>()).add(a));
    Map<String, Object> told = new TreeMap<>();
    kinds.forEach(
        (kind, all) ->
            told.put(
                kind,
                Map.of(
                    "number", all.size(),
                    "errors", all.stream().filter(a -> !a.right()).count(),
                    "medianMillis", quantile(all, 0.5),
                    "p99Millis", quantile(all, 0.99),
                    "mostMillis", quantile(all, 1))));
    return told;
  }
}
