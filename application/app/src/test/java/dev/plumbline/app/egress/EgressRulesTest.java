package dev.plumbline.app.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.egress.Egress.Peer;
import dev.plumbline.dossier.Product.PortRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EgressRulesTest {
  private static final InetAddress CAMERA = InetAddress.ofLiteral("192.168.1.7");
  private static final Egress NOTHING =
      new Egress(List.of(), List.of(), List.of(), List.of(), List.of());

  @Test
  void aWholeTableOwnsItselfAndConcernsOneGroup() {
    Egress egress =
        new Egress(
            List.of(
                new Peer("tcp", CAMERA, List.of(new PortRange(1, 99), new PortRange(443, 443)))),
            List.of(CAMERA),
            List.of(5684),
            List.of(),
            List.of());

    assertThat(EgressRules.text(egress, "plumbline-7-1", "user.slice/plumbline-7-1", 2))
        .isEqualTo(
            """
            table inet plumbline-7-1 {
             flags owner
             counter stopped { }
             counter held { }
             set stopped4 { typeof ip daddr . meta l4proto . th dport; size 64; flags dynamic; }
             set stopped6 { typeof ip6 daddr . meta l4proto . th dport; size 64; flags dynamic; }
             chain pages {
             }
             chain agreed {
              ip daddr 127.255.255.254 udp dport 9 counter name held drop
              ip daddr 192.168.1.7 tcp dport { 1-99, 443 } accept
              ip daddr 192.168.1.7 tcp flags & (syn | ack) != syn accept
              ip daddr 192.168.1.7 udp sport 5684 accept
              ip daddr 224.0.0.251 udp dport 5353 accept
              ip daddr 239.255.255.250 udp dport 1900 accept
              ip6 daddr ff02::1 icmpv6 type echo-request accept
              tcp flags & (syn | ack) != syn drop
              counter name stopped
              meta l4proto { tcp, udp } add @stopped4 { ip daddr . meta l4proto . th dport }
              meta l4proto { tcp, udp } add @stopped6 { ip6 daddr . meta l4proto . th dport }
              drop
             }
             chain out {
              type filter hook output priority filter; policy accept;
              socket cgroupv2 level 2 "user.slice/plumbline-7-1" jump agreed
             }
            }
            """);
  }

  @Test
  void whereNothingIsAgreedNothingIsAccepted() {
    assertThat(EgressRules.text(NOTHING, "t", "g", 1).lines().filter(l -> !l.contains("policy")))
        .noneMatch(line -> line.contains("accept"));
  }

  @Test
  void aLinkLocalAddressIsAcceptedOnItsLinkAlone() throws UnknownHostException {
    byte[] six = InetAddress.ofLiteral("fe80::7").getAddress();
    InetAddress scoped = Inet6Address.getByAddress(null, six, 3);
    Egress egress =
        new Egress(
            List.of(new Peer("udp", scoped, List.of(new PortRange(53, 53)))),
            List.of(scoped),
            List.of(),
            List.of(),
            List.of());

    assertThat(EgressRules.text(egress, "t", "g", 1).lines().map(String::strip))
        .contains(
            "oif 3 ip6 daddr fe80:0:0:0:0:0:0:7 udp dport { 53 } accept",
            "oif 3 ip6 daddr fe80:0:0:0:0:0:0:7 tcp flags & (syn | ack) != syn accept");
  }

  @Test
  void groupsAreClosedWhereThereIsNoDevice() {
    assertThat(EgressRules.text(NOTHING, "t", "g", 1)).doesNotContain("224.0.0.251", "ff02::1");
  }

  @Test
  void pagesAreFetchedFromReachableAddressesAlone() {
    Egress egress =
        new Egress(
            List.of(),
            List.of(),
            List.of(),
            List.of(443),
            List.of(InetAddress.ofLiteral("127.0.0.53")));

    List<String> rules = EgressRules.text(egress, "t", "g", 1).lines().map(String::strip).toList();

    assertThat(rules)
        .contains(
            "tcp dport 443 jump pages",
            "ip daddr 127.0.0.53 meta l4proto { tcp, udp } th dport 53 accept")
        .containsSubsequence(
            "ip6 daddr 2002::/16 return",
            "ip daddr 169.254.169.254/32 return",
            "ip daddr 127.0.0.0/8 return",
            "ip daddr 0.0.0.0/0 accept")
        .containsSubsequence("ip6 daddr 2001:db8::/32 return", "ip6 daddr 2000::/3 accept");
    assertThat(rules).doesNotContain("tcp dport 80 jump pages");
  }
}
