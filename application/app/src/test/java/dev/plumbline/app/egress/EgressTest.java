package dev.plumbline.app.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.egress.Egress.Peer;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.Product.Target;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EgressTest {
  private static final Place PLACE = Place.of("product.yaml");
  private static final List<InetAddress> RESOLVERS = List.of(InetAddress.ofLiteral("127.0.0.53"));

  @Test
  void targetsAreReachedAtTheirPortsOverBothTransports() {
    Egress egress = of(List.of(target("192.168.1.7", 80, 90), target("fd00::7", 1, 65_535)));

    assertThat(egress.peers())
        .containsExactly(
            peer("tcp", "192.168.1.7", 80, 90),
            peer("udp", "192.168.1.7", 80, 90),
            peer("tcp", "fd00::7", 1, 65_535),
            peer("udp", "fd00::7", 1, 65_535));
    assertThat(egress.callers())
        .containsExactly(InetAddress.ofLiteral("192.168.1.7"), InetAddress.ofLiteral("fd00::7"));
  }

  @Test
  void aTargetThatTheScopeRefusesIsNotReached() {
    Egress egress =
        of(
            List.of(
                target("198.41.0.4", 1, 65_535),
                target("169.254.169.254", 80, 80),
                target("224.0.0.1", 1, 9),
                target("camera.example", 80, 80)));

    assertThat(egress.peers()).isEmpty();
    assertThat(egress.callers()).isEmpty();
  }

  @Test
  void loopbackIsReachedWhereItIsATargetAlone() {
    assertThat(of(List.of(target("192.168.1.7", 80, 80))).peers())
        .noneMatch(p -> p.address().isLoopbackAddress());
    assertThat(of(List.of(target("127.88.2.1", 80, 80))).peers())
        .allMatch(p -> p.address().equals(InetAddress.ofLiteral("127.88.2.1")));
  }

  @Test
  void equipmentIsReachedAtItsOnePortAndTransport() {
    Egress egress =
        Egress.of(
            product(List.of(), List.of(), List.of(), List.of(Endpoint.tcp("192.168.1.30", 80))),
            RESOLVERS);

    assertThat(egress.peers()).containsExactly(peer("tcp", "192.168.1.30", 80, 80));
    assertThat(egress.callers()).isEmpty();
  }

  @Test
  void aNamedPageOpensItsPortAndTheNameService() {
    Egress egress = pages("support.example.com", "forum.example.com:8443");

    assertThat(egress.pagePorts()).containsExactly(80, 443, 8443);
    assertThat(egress.resolvers()).isEqualTo(RESOLVERS);
    assertThat(egress.peers()).isEmpty();
  }

  @Test
  void aPageAtAnAddressNeedsNoNameService() {
    Egress egress = pages("127.88.9.2:8081", "[fd00::9]:443", "localhost:8080");

    assertThat(egress.pagePorts()).isEmpty();
    assertThat(egress.resolvers()).isEmpty();
    assertThat(egress.peers())
        .containsExactly(
            peer("tcp", "127.88.9.2", 8081, 8081),
            peer("tcp", "fd00::9", 443, 443),
            peer("tcp", "127.0.0.1", 8080, 8080),
            peer("tcp", "::1", 8080, 8080));
  }

  @Test
  void callsOverUdpAreAnsweredFromWherePlumblineWaits() {
    ClientTest dtls = waitsAt(Endpoint.udp("192.168.1.1", 5684));
    ClientTest tls = waitsAt(Endpoint.tcp("192.168.1.1", 8443));

    assertThat(
            Egress.of(product(List.of(), List.of(), List.of(dtls, tls), List.of()), RESOLVERS)
                .answerPorts())
        .containsExactly(5684);
  }

  @Test
  void noProductMeansNothingLeaves() {
    assertThat(of(List.of()))
        .isEqualTo(new Egress(List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  private static Egress of(List<Target> targets) {
    return Egress.of(product(targets, List.of(), List.of(), List.of()), RESOLVERS);
  }

  private static Egress pages(String... pages) {
    return Egress.of(product(List.of(), List.of(pages), List.of(), List.of()), RESOLVERS);
  }

  private static Target target(String address, int first, int last) {
    return new Target(address, List.of(new PortRange(first, last)), PLACE);
  }

  private static Peer peer(String transport, String address, int first, int last) {
    return new Peer(transport, InetAddress.ofLiteral(address), List.of(new PortRange(first, last)));
  }

  private static ClientTest waitsAt(Endpoint listen) {
    return new ClientTest(listen, "cloud.example", Optional.empty(), 5, List.of(), PLACE);
  }

  private static Product product(
      List<Target> targets,
      List<String> pages,
      List<ClientTest> clients,
      List<Endpoint> equipment) {
    return new Product(
        "3.1.3",
        "M",
        "N",
        "m",
        "1",
        "1.0",
        "u",
        "initialized",
        "",
        "",
        targets,
        Optional.empty(),
        pages,
        new LoginBudget(0, 0),
        List.of(),
        List.of(),
        clients,
        equipment,
        List.of(),
        Optional.empty(),
        PLACE);
  }
}
