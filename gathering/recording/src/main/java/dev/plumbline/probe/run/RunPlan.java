package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.observation.run.RunProbeDone;
import dev.plumbline.probe.Asked;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.network.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of each probe whom it would ask; looks at what is declared and known, and sends nothing. */
final class RunPlan {
  private static final String TLS = "tls";

  private final Product product;
  private final KnownFacts known;
  private final Scope scope;

  RunPlan(Product product, KnownFacts known) {
    this.product = product;
    this.known = known;
    this.scope = Scope.of(product);
  }

  PlannedProbe of(ProbeSpec spec, Optional<ProbeOutcome> left, Intrusiveness most) {
    return new PlannedProbe(
        spec,
        left,
        spec.asks().stream().flatMap(this::asked).distinct().toList(),
        spec.may().stream()
            .filter(e -> spec.intrusiveness().compareTo(most) <= 0 && e.isIn(most))
            .toList(),
        known.ofKind(RunProbeDone.class).stream()
            .filter(o -> o.subject().equals(spec.id()))
            .flatMap(o -> o.as(RunProbeDone.class).stream())
            .map(d -> Duration.ofMillis(d.milliseconds()))
            .findFirst());
  }

  private Stream<String> asked(Asked asked) {
    return switch (asked.whom()) {
      case TCP_PORTS -> targets("TCP");
      case UDP_PORTS -> targets("UDP");
      case SERVICES -> or(services(asked.protocol()), asked);
      case UDP -> or(udp(asked), asked);
      case PAGES -> or(product.publicPages(), asked);
      case CALLERS ->
          or(
              product.clients().stream()
                  .map(ClientTest::listen)
                  .map(l -> "nobody; waits for the device at " + place(l))
                  .toList(),
              asked);
      case LINK, LINK_GROUP, DRIVER, NOBODY -> Stream.of(asked.words());
    };
  }

  private static Stream<String> or(List<String> found, Asked asked) {
    return found.isEmpty() ? Stream.of(asked.words()) : found.stream();
  }

  private Stream<String> targets(String transport) {
    return product.targets().stream()
        .map(Target::address)
        .distinct()
        .map(
            address ->
                address
                    + " "
                    + transport
                    + " "
                    + scope.ports(address).stream()
                        .map(r -> r.first() + (r.last() == r.first() ? "" : "-" + r.last()))
                        .collect(Collectors.joining(", ")));
  }

  private List<String> services(String protocol) {
    return known.ofKind(ServiceIdentified.class).stream()
        .filter(
            o ->
                protocol.isEmpty()
                    || o.as(ServiceIdentified.class).filter(s -> speaks(s, protocol)).isPresent())
        .map(Observation::subject)
        .flatMap(s -> Endpoint.parse(s).stream())
        .filter(scope::allows)
        .map(RunPlan::place)
        .toList();
  }

  private static boolean speaks(ServiceIdentified service, String protocol) {
    return protocol.equals(TLS)
        ? service.tls() || service.starttls().orElse(false)
        : service.protocol().equals(protocol);
  }

  private List<String> udp(Asked asked) {
    Stream<Endpoint> usual =
        product.targets().stream().map(t -> Endpoint.udp(t.address(), asked.port()));
    return Stream.concat(usual, heard(asked.protocol()))
        .filter(scope::allows)
        .map(RunPlan::place)
        .distinct()
        .toList();
  }

  /** Where an earlier look at UDP ports was answered in that protocol. */
  private Stream<Endpoint> heard(String protocol) {
    return known.ofKind(UdpOpenPorts.class).stream().flatMap(o -> heard(o, protocol));
  }

  private static Stream<Endpoint> heard(Observation ports, String protocol) {
    String address = ports.subject().substring(ports.subject().indexOf('/') + 1);
    return ports.as(UdpOpenPorts.class).stream()
        .flatMap(u -> u.heard().stream())
        .filter(h -> h.protocol().equals(protocol))
        .map(h -> Endpoint.udp(address, h.port()));
  }

  private static String place(Endpoint endpoint) {
    String address =
        endpoint.address().contains(":") ? "[" + endpoint.address() + "]" : endpoint.address();
    return address + ":" + endpoint.port() + (endpoint.transport().equals("udp") ? " (UDP)" : "");
  }
}
