package dev.plumbline.probes.tcpopenports;

import dev.plumbline.probe.PortAnswers;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks a set of ports on two threads, each with its share. */
final class PortSweep {
  private static final int THREADS = 2;

  private PortSweep() {}

  static PortAnswers over(ProbeContext context, String address, BitSet ports)
      throws InterruptedException {
    List<Callable<PortAnswers>> shares = new ArrayList<>();
    for (BitSet share : shares(ports)) {
      shares.add(() -> context.tryPorts(address, share));
    }
    PortAnswers all = new PortAnswers(new BitSet(), new BitSet(), new BitSet());
    // Selectors would pin virtual threads to their carriers.
    try (ExecutorService threads =
        Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("ports-", 0).factory())) {
      for (Future<PortAnswers> share : threads.invokeAll(shares)) {
        all = all.and(share.get());
      }
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (CancellationException e) {
      throw new InterruptedException("stopped");
    }
    return all;
  }

  private static RuntimeException rethrown(ExecutionException failed) throws InterruptedException {
    switch (failed.getCause()) {
      case InterruptedException e -> throw e;
      case IOException e -> throw new UncheckedIOException(e);
      case RuntimeException e -> throw e;
      case null, default -> throw new IllegalStateException(failed);
    }
  }

  private static List<BitSet> shares(BitSet ports) {
    List<BitSet> shares = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      shares.add(new BitSet());
    }
    int each = (ports.cardinality() + THREADS - 1) / THREADS;
    int count = 0;
    for (int port = ports.nextSetBit(0); port >= 0; port = ports.nextSetBit(port + 1)) {
      shares.get(count++ / each).set(port);
    }
    return shares;
  }
}
