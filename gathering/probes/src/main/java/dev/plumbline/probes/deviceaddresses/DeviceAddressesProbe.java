package dev.plumbline.probes.deviceaddresses;

import dev.plumbline.dossier.Product.Target;
import dev.plumbline.observation.network.DeviceAddresses;
import dev.plumbline.probe.Neighbours;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Compares hardware addresses on the link, and so finds addresses that nobody named. */
public final class DeviceAddressesProbe implements Probe {
  private static final ProbeSpec SPEC = ProbeSpec.load(DeviceAddressesProbe.class);

  @Override
  public ProbeSpec spec() {
    return SPEC;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(context.product().targets(), DeviceAddressesProbe::subject, t -> ask(context, t));
  }

  private static void ask(ProbeContext context, Target target) throws InterruptedException {
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(target.address());
    } catch (IllegalArgumentException e) {
      context.undetermined(
          DeviceAddresses.class, subject(target), "'" + target.address() + "' is no address");
      return;
    }
    if (address.isLoopbackAddress()) {
      context.undetermined(
          DeviceAddresses.class, subject(target), "a loopback address is on no link");
      return;
    }
    try {
      Optional<Neighbours> met = context.neighbours(target.address());
      if (met.isEmpty()) {
        context.undetermined(
            DeviceAddresses.class,
            subject(target),
            "it is on no link of this machine; a router lies between");
      } else {
        look(context, target, address, met.get());
      }
    } catch (IOException e) {
      context.undetermined(
          DeviceAddresses.class, subject(target), "this machine finds no way to it");
    }
  }

  private static void look(
      ProbeContext context, Target target, InetAddress address, Neighbours met) {
    Optional<String> mac = SameDevice.mac(met, address);
    if (mac.isEmpty()) {
      context.undetermined(
          DeviceAddresses.class,
          subject(target),
          "the system does not tell its hardware address on " + met.link());
      return;
    }
    List<String> others = SameDevice.others(met, mac.get(), SameDevice.named(context.product()));
    boolean six = met.own().stream().anyMatch(Inet6Address.class::isInstance);
    context.seen(
        subject(target),
        new DeviceAddresses(
            mac.get(),
            others,
            met.link(),
            met.called() ? List.of("ipv4", "ipv6") : List.of("ipv4"),
            met.own().stream().map(SameDevice::text).sorted().toList(),
            met.called()
                ? ""
                : six
                    ? "this program may send no echo request (it needs the right CAP_NET_RAW)"
                    : "this machine has no IPv6 address on " + met.link()));
  }

  private static String subject(Target target) {
    return "address/" + target.address();
  }
}
