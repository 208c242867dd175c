package dev.plumbline.probes.tcpopenports;

import dev.plumbline.client.ports.PortSweep;
import dev.plumbline.client.ports.Ranges;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.PortAnswers;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.BitSet;
import java.util.List;

/** Asks every TCP port of every address in scope whether it is open. */
public final class TcpOpenPortsProbe implements Probe {

  private static final ProbeSpec SPEC = ProbeSpec.load(TcpOpenPortsProbe.class);

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
              "ports of " + address, (double) addresses.indexOf(address) / addresses.size());
          ask(context, address);
        });
  }

  private static void ask(ProbeContext context, String address) throws InterruptedException {
    String subject = "address/" + address;
    BitSet allowed = PortSweep.inScope(context, address);
    if (allowed.isEmpty()) {
      context.undetermined(
          TcpOpenPorts.class, subject, "product.yaml allows no port of " + address);
      return;
    }
    PortAnswers all = PortSweep.patient(context, address, allowed);
    if (all.open().isEmpty() && all.refused().isEmpty()) {
      context.undetermined(
          TcpOpenPorts.class,
          subject,
          "none of " + allowed.cardinality() + " ports answered, twice asked");
      return;
    }
    context.seen(subject, fact(allowed, all));
  }

  private static TcpOpenPorts fact(BitSet allowed, PortAnswers answers) {
    BitSet forbidden = new BitSet();
    forbidden.set(1, PortSweep.LAST + 1);
    forbidden.andNot(allowed);
    return new TcpOpenPorts(
        answers.open().stream().boxed().toList(),
        Ranges.text(allowed),
        allowed.cardinality(),
        answers.refused().cardinality(),
        answers.unanswered().cardinality(),
        Ranges.text(answers.unanswered()),
        Ranges.text(forbidden));
  }
}
