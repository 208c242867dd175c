package dev.plumbline.probes.udpopenports;

import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.ports.Ranges;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks every UDP port of every address in scope whether something comes back. */
public final class UdpOpenPortsProbe implements Probe {

  private static final int LAST = 65_535;
  // A device that answers at every port fills no journal.
  private static final int MOST_LISTED = 200;
  // More is a matter for a person who has the time; the coverage says what was left.
  private static final Duration SLOW = Duration.ofMinutes(8);
  private static final ProbeSpec SPEC = ProbeSpec.load(UdpOpenPortsProbe.class);

  private final PortQuestions questions = PortQuestions.load();
  private final Disclosures disclosures = Disclosures.load();
  private final Duration time;

  public UdpOpenPortsProbe() {
    // Ends by itself before it is ended, so that what was asked until then counts.
    this(SPEC.budget().multipliedBy(9).dividedBy(10));
  }

  UdpOpenPortsProbe(Duration time) {
    this.time = time;
  }

  @Override
  public ProbeSpec spec() {
    return SPEC;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    List<String> addresses =
        context.product().targets().stream().map(Target::address).distinct().toList();
    context.each(
        addresses,
        address -> "address/" + address,
        address -> {
          int i = addresses.indexOf(address);
          long now = System.nanoTime();
          // Less than the part may take, so that what was asked until then counts.
          long share = Math.max(0, end - now) / (addresses.size() - i);
          context.progress("UDP ports of " + address, (double) i / addresses.size());
          ask(context, address, now + share);
        });
  }

  private void ask(ProbeContext context, String address, long end) throws InterruptedException {
    BitSet allowed = new BitSet();
    for (int port = 1; port <= LAST; port++) {
      allowed.set(port, context.inScope(Endpoint.udp(address, port)));
    }
    String subject = "address/" + address;
    if (allowed.isEmpty()) {
      context.undetermined(
          UdpOpenPorts.class, subject, "product.yaml allows no port of " + address);
      return;
    }
    UdpPortAsker asker = new UdpPortAsker(context, address, questions, end);
    BitSet known = questions.ports();
    known.and(allowed);
    BitSet likely = questions.likely();
    declared(context).forEach(likely::set);
    likely.and(allowed);
    Settling settling = new Settling(context, asker, known, likely, allowed, SLOW);
    settling.ask();
    record(context, subject, allowed, asker, settling);
    given(context, address, asker.replies());
  }

  /** Ports that any row of the dossier names. */
  private static IntStream declared(ProbeContext context) {
    return context.ixit().tables().values().stream()
        .flatMap(List::stream)
        .flatMap(row -> row.texts("endpoints").stream())
        .filter(e -> e.matches("udp/\\d{1,5}"))
        .mapToInt(e -> Integer.parseInt(e.substring("udp/".length())))
        .filter(port -> port > 0 && port <= LAST);
  }

  private void given(ProbeContext context, String address, Replies replies) {
    replies
        .told()
        .forEach(
            (port, told) -> {
              List<ServiceDisclosed.Given> facts =
                  new ArrayList<>(disclosures.in(told.text(), context));
              if (told.holdsSecret()) {
                facts.add(
                    new ServiceDisclosed.Given(
                        "secret", "the token in the answer to " + told.protocol(), true));
              }
              // An answer that says nothing is no proof that the port says nothing.
              if (facts.stream().anyMatch(ServiceDisclosed.Given::relevant)) {
                GivenAway.record(
                    context,
                    SPEC.id(),
                    Endpoint.udp(address, port),
                    facts,
                    List.of("the answer to a question of " + told.protocol()),
                    Optional.empty());
              }
            });
  }

  private static void record(
      ProbeContext context, String subject, BitSet allowed, UdpPortAsker asker, Settling settling) {
    Replies replies = asker.replies();
    BitSet notAsked = (BitSet) allowed.clone();
    notAsked.andNot(replies.asked());
    Optional<String> shortfall = shortfall(asker, notAsked);
    if (!replies.any()) {
      int asked = replies.asked().cardinality();
      String often = settling.once() ? ", the well-known ones twice asked" : ", twice asked";
      String how = shortfall.map(s -> "; " + s).orElse(often);
      context.undetermined(
          UdpOpenPorts.class, subject, "none of " + asked + " UDP ports answered or refused" + how);
      return;
    }
    Optional<String> stopped = shortfall.or(settling::left);
    BitSet forbidden = new BitSet();
    forbidden.set(1, LAST + 1);
    forbidden.andNot(allowed);
    context.seen(
        subject,
        new UdpOpenPorts(
            List.copyOf(replies.answered().keySet()),
            heard(replies),
            replies.unanswered().stream().limit(MOST_LISTED).boxed().toList(),
            Ranges.text(replies.asked()),
            replies.asked().cardinality(),
            replies.refused().cardinality(),
            replies.unanswered().cardinality(),
            Ranges.text(replies.unanswered()),
            Ranges.text(forbidden),
            Optional.of(Ranges.text(settling.askedEverything())),
            Optional.of(asker.standpoints()),
            settling.perSecond() > 0
                ? Optional.of(Math.round(settling.perSecond() * 10) / 10.0)
                : Optional.empty(),
            stopped.map(why -> Ranges.text(notAsked)),
            stopped));
  }

  /** Why not every port was asked, and the silent ones twice; empty when they were. */
  private static Optional<String> shortfall(UdpPortAsker asker, BitSet notAsked) {
    if (asker.stopped()) {
      return Optional.of("the time was over before all were asked, the silent ones twice");
    }
    return notAsked.isEmpty()
        ? Optional.empty()
        : Optional.of(notAsked.cardinality() + " could not be asked: " + asker.notSent());
  }

  private static List<UdpOpenPorts.Heard> heard(Replies replies) {
    return replies.answered().entrySet().stream()
        .limit(MOST_LISTED)
        .map(e -> new UdpOpenPorts.Heard(e.getKey(), e.getValue()))
        .toList();
  }
}
