package dev.plumbline.client.http;

import dev.plumbline.client.http.HttpClient.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a server that takes its time for what comes next already, over as many connections as a
 * browser opens. The answers are handed out in the order in which the caller asks. A server that
 * answers at once is asked one request after the other.
 */
public final class AnswersAhead implements AutoCloseable {
  private static final int AT_ONCE = 6;
  private static final int SLOW_IN_A_ROW = 3;
  private static final Duration SLOW = Duration.ofMillis(500);

  private final HttpClient client;
  private final Set<HttpRequest> planned = new LinkedHashSet<>();
  private final Map<HttpRequest, Future<Exchange>> begun = new HashMap<>();
  private Optional<ExecutorService> threads = Optional.empty();
  private int slow;

  public AnswersAhead(HttpClient client) {
    this.client = client;
  }

  /** Requests that the caller is going to send, in this order; they take the place of others. */
  public void plan(Collection<HttpRequest> next) {
    planned.clear();
    planned.addAll(next);
  }

  /**
   * Sends a request, or hands out the answer to it that is there or under way.
   *
   * @throws IOException as {@link HttpClient#send(HttpRequest)}
   */
  public Exchange send(HttpRequest request) throws IOException, InterruptedException {
    planned.remove(request);
    Optional<Future<Exchange>> under = Optional.ofNullable(begun.remove(request));
    if (slow >= SLOW_IN_A_ROW) {
      begin();
    }
    Exchange exchange = under.isPresent() ? ended(under.get()) : client.send(request);
    slow = exchange.took().compareTo(SLOW) < 0 ? 0 : slow + 1;
    return exchange;
  }

  private void begin() {
    ExecutorService pool =
        threads.orElseGet(
            () ->
                Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofVirtual().name("ahead-", 0).factory()));
    threads = Optional.of(pool);
    Iterator<HttpRequest> next = planned.iterator();
    // The request at hand is one of those that are under way.
    while (next.hasNext() && begun.size() < AT_ONCE - 1) {
      HttpRequest request = next.next();
      next.remove();
      begun.put(request, pool.submit(() -> client.send(request)));
    }
  }

  private static Exchange ended(Future<Exchange> answer) throws IOException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException none -> throw none;
        case InterruptedException stopped -> throw stopped;
        case RuntimeException ours -> throw ours;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (CancellationException e) {
      throw new InterruptedException("stopped");
    }
  }

  /** Ends what is under way and nobody waits for. */
  @Override
  public void close() {
    threads.ifPresent(
        pool -> {
          pool.shutdownNow();
          pool.close();
        });
  }
}
