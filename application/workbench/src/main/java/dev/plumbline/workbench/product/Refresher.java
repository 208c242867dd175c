package dev.plumbline.workbench.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Judges all products once after the start, notices what is edited beside the server, and lets go
 * of what nobody reads. Uses a tenth of a core at most once all were judged.
 */
final class Refresher implements Runnable, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Refresher.class.getName());
  private static final long PAUSE_MILLIS = 1_000;
  private static final long BUDGET = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long UNREAD = TimeUnit.MINUTES.toNanos(5);

  /** About what a dossier with its result takes. */
  private static final long BYTES = 8L << 20;

  private static final long LEAST = 2;

  private final List<Product> products;
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private int next;

  Refresher(List<Product> products) {
    this.products = products;
    this.thread = Thread.ofPlatform().daemon().name("refresher").unstarted(this);
  }

  void start() {
    thread.start();
  }

  void awaitFirst(long millis) throws InterruptedException {
    first.await(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void run() {
    try {
      for (int i = 0; i < products.size() && closed.getCount() > 0; i++) {
        attempt(products.get(i), Product::begin);
        if (i >= most()) {
          products.get(i).forget();
        }
      }
      first.countDown();
      while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        round();
        letGo();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    long start = System.nanoTime();
    for (int i = 0; i < products.size() && System.nanoTime() - start < BUDGET; i++) {
      next = (next + 1) % products.size();
      attempt(products.get(next), Product::refresh);
    }
  }

  @FunctionalInterface
  private interface Step {
    void of(Product product) throws IOException;
  }

  private static void attempt(Product product, Step step) {
    try {
      step.of(product);
    } catch (IOException | UncheckedIOException e) {
      product.unreadable();
    } catch (RuntimeException e) {
      product.unreadable();
      LOG.log(System.Logger.Level.ERROR, "while judging " + product.folder(), e);
    }
  }

  /** What was not read for long goes first, then what was read longest ago. */
  private void letGo() {
    long now = System.nanoTime();
    long most = most();
    List<Product> inMemory =
        products.stream()
            .filter(p -> p.inMemorySince().isPresent())
            .sorted(Comparator.comparingLong((Product p) -> now - read(p)))
            .toList();
    for (int i = 0; i < inMemory.size(); i++) {
      if (i >= most || now - read(inMemory.get(i)) > UNREAD) {
        inMemory.get(i).forget();
      }
    }
  }

  private static long most() {
    return Math.max(LEAST, Runtime.getRuntime().maxMemory() / 2 / BYTES);
  }

  private static long read(Product product) {
    Optional<Long> since = product.inMemorySince();
    return since.orElse(System.nanoTime());
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
