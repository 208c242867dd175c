package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whose order of suites counts, the server's or the client's; and the server's order. */
final class SuiteOrder {
  private final Interrogation interrogation;

  SuiteOrder(Interrogation interrogation) {
    this.interrogation = interrogation;
  }

  /**
   * @param byServer empty where it cannot be told
   */
  record Ordered(List<Integer> suites, Optional<Boolean> byServer) {
    Ordered {
      suites = List.copyOf(suites);
    }
  }

  /**
   * @param accepted suites by chunk, each chunk in the order in which the server chose
   */
  Ordered of(ProtocolVersion version, List<List<Integer>> accepted) throws InterruptedException {
    List<Integer> all = accepted.stream().flatMap(List::stream).toList();
    // Servers that keep an order of their own may still follow a client that prefers ChaCha20.
    List<Integer> telling = all.stream().filter(s -> !CodeBook.suite(s).isChaCha()).toList();
    if (telling.size() < 2) {
      telling = all;
    }
    if (telling.size() < 2) {
      return new Ordered(all, Optional.empty());
    }
    OptionalInt first = choice(version, telling);
    OptionalInt reversed = choice(version, telling.reversed());
    if (first.isEmpty() || reversed.isEmpty()) {
      return new Ordered(all, Optional.empty());
    }
    boolean byServer = first.getAsInt() == reversed.getAsInt();
    return new Ordered(byServer ? merge(version, accepted) : all, Optional.of(byServer));
  }

  /** Each chunk is in order already; the server says whose head comes next. */
  private List<Integer> merge(ProtocolVersion version, List<List<Integer>> accepted)
      throws InterruptedException {
    List<List<Integer>> heaps = new ArrayList<>();
    accepted.stream().filter(c -> !c.isEmpty()).forEach(c -> heaps.add(new ArrayList<>(c)));
    List<Integer> merged = new ArrayList<>();
    while (heaps.size() > 1) {
      List<Integer> heads = heaps.stream().map(List::getFirst).toList();
      OptionalInt next = choice(version, heads);
      int at = next.isEmpty() ? 0 : heads.indexOf(next.getAsInt());
      merged.add(heaps.get(at).removeFirst());
      heaps.removeIf(List::isEmpty);
    }
    heaps.forEach(merged::addAll);
    return merged;
  }

  private OptionalInt choice(ProtocolVersion version, List<Integer> suites)
      throws InterruptedException {
    return interrogation.ask(Hellos.offering(version, suites)) instanceof Agreed agreed
        ? OptionalInt.of(agreed.flight().suites().getFirst())
        : OptionalInt.empty();
  }
}
