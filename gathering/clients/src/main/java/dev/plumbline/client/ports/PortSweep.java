package dev.plumbline.client.ports;

import dev.plumbline.dossier.Endpoint;
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

/** Asks a set of TCP ports on two threads, each with its share. */
public final class PortSweep {
  public static final int LAST = 65_535;

  private static final int THREADS = 2;

  private PortSweep() {}

  /** All TCP ports of an address that the scope allows. */
  public static BitSet inScope(ProbeContext context, String address) {
    BitSet allowed = new BitSet();
    for (int port = 1; port <= LAST; port++) {
      allowed.set(port, context.inScope(Endpoint.tcp(address, port)));
    }
    return allowed;
  }

  /** Asks each port, and each that was silent a second time. */
  public static PortAnswers patient(ProbeContext context, String address, BitSet ports)
      throws InterruptedException {
    PortAnswers first = over(context, address, ports);
    if (first.unanswered().isEmpty()) {
      return first;
    }
    context.progress("ports of " + address + " that were silent, again", 0.5);
    return first.retried(over(context, address, first.unanswered()));
  }

  private static PortAnswers over(ProbeContext context, String address, BitSet ports)
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
