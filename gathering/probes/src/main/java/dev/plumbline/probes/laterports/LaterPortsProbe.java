package dev.plumbline.probes.laterports;

import dev.plumbline.client.ports.PortSweep;
import dev.plumbline.client.ports.Ranges;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.observation.network.LaterPorts;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.PortAnswers;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asks every TCP port again when others have logged in, guessed and sent odd input. */
public final class LaterPortsProbe implements Probe {
  // A device that opens every port fills no afternoon.
  private static final int MOST_GREETED = 50;
  private static final ProbeSpec SPEC = ProbeSpec.load(LaterPortsProbe.class);

  @Override
  public ProbeSpec spec() {
    return SPEC;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<String> addresses =
        context.product().targets().stream().map(Target::address).distinct().toList();
    context.each(
        addresses,
        address -> "address/" + address,
        address -> {
          context.progress(
              "ports of " + address + ", again",
              (double) addresses.indexOf(address) / addresses.size());
          ask(context, address);
        });
  }

  private static void ask(ProbeContext context, String address) throws InterruptedException {
    BitSet allowed = PortSweep.inScope(context, address);
    Optional<Observation> before = firstLook(context, address);
    Optional<String> hindrance = hindrance(context, address, allowed, before);
    if (hindrance.isPresent()) {
      context.undetermined(LaterPorts.class, "address/" + address, hindrance.get());
      return;
    }
    Observation first = before.orElseThrow();
    PortAnswers answers = PortSweep.patient(context, address, allowed);
    if (answers.open().isEmpty() && answers.refused().isEmpty()) {
      context.undetermined(
          LaterPorts.class,
          "address/" + address,
          "none of " + allowed.cardinality() + " ports answered, twice asked");
      return;
    }
    record(context, address, allowed, answers, first);
  }

  private static Optional<String> hindrance(
      ProbeContext context, String address, BitSet allowed, Optional<Observation> first) {
    if (context.alteredBefore().isPresent()) {
      return context.alteredBefore();
    }
    if (allowed.isEmpty()) {
      return Optional.of("product.yaml allows no port of " + address);
    }
    if (first.isEmpty()) {
      return Optional.of("there was no first look at the ports of " + address);
    }
    return first.get().as(TcpOpenPorts.class).isPresent()
        ? Optional.empty()
        : Optional.of("the first look did not tell which ports are open: " + first.get().reason());
  }

  private static Optional<Observation> firstLook(ProbeContext context, String address) {
    return context.observations(TcpOpenPorts.class).stream()
        .filter(o -> o.subject().equals("address/" + address))
        .max(Comparator.comparing(o -> o.source().at()));
  }

  private static void record(
      ProbeContext context, String address, BitSet allowed, PortAnswers answers, Observation first)
      throws InterruptedException {
    List<Greeted> greeted = new ArrayList<>();
    for (int port : opened(context, address, answers.open(), first)) {
      greeted.add(
          greeted.size() < MOST_GREETED
              ? Greeted.at(context, Endpoint.tcp(address, port))
              : Greeted.unread(port));
    }
    Duration since = Duration.between(first.source().at(), context.clock().instant());
    Optional<Wire> transcript = greeted.stream().flatMap(g -> g.wire().stream()).findFirst();
    context.seen(
        "address/" + address,
        new LaterPorts(
            greeted.stream().map(Greeted::fact).toList(),
            Ranges.text(allowed),
            allowed.cardinality(),
            answers.unanswered().cardinality(),
            Ranges.text(answers.unanswered()),
            Math.clamp(since.toSeconds(), 0, Integer.MAX_VALUE)),
        transcript);
  }

  private static List<Integer> opened(
      ProbeContext context, String address, BitSet open, Observation first)
      throws InterruptedException {
    BitSet before = new BitSet();
    first.as(TcpOpenPorts.class).stream()
        .flatMap(look -> look.open().stream())
        .forEach(before::set);
    return opened(open, before, ports -> PortSweep.patient(context, address, ports).open());
  }

  /** What is open and was not, asked once more: a port that was open for a moment is none. */
  static List<Integer> opened(BitSet open, BitSet before, Look again) throws InterruptedException {
    BitSet opened = (BitSet) open.clone();
    opened.andNot(before);
    return opened.isEmpty() ? List.of() : again.at(opened).stream().boxed().toList();
  }

  /** A look at ports, which tells those that are open. */
  @FunctionalInterface
  interface Look {
    BitSet at(BitSet ports) throws InterruptedException;
  }
}
