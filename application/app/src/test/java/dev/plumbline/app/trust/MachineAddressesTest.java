package dev.plumbline.app.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineAddressesTest {
  @Test
  void theGatewayIsThatOfTheRouteToEverywhere() {
    assertThat(
            MachineAddresses.gateways4(
                List.of(
                    "Iface\tDestination\tGateway \tFlags",
                    "eth0\t00000000\t0101A8C0\t0003\t0\t0\t100",
                    "eth0\t0001A8C0\t00000000\t0001\t0\t0\t100",
                    "eth1\t00000000\t00000000\t0001")))
        .containsExactly(InetAddress.ofLiteral("192.168.1.1"));
  }

  @Test
  void theGatewayOfIpv6IsReadTheSameWay() {
    String zero = "0".repeat(32);
    assertThat(
            MachineAddresses.gateways6(
                List.of(
                    zero + " 00 " + zero + " 00 fe80000000000000020c29fffe000001 00000400 eth0",
                    "fe8" + "0".repeat(29) + " 40 " + zero + " 00 " + zero + " 00000100 eth0",
                    zero + " 00 " + zero + " 00 " + zero + " ffffffff lo")))
        .containsExactly(InetAddress.ofLiteral("fe80::20c:29ff:fe00:1"));
  }

  @Test
  void whatIsNoTableNamesNone() {
    assertThat(MachineAddresses.gateways4(List.of("", "eth0 00000000 xyz", "eth0"))).isEmpty();
    assertThat(MachineAddresses.gateways6(List.of("", "0 0 0"))).isEmpty();
  }

  @Test
  void thisMachineHasItsLoopbackAddress() throws IOException {
    assertThat(MachineAddresses.read().own()).contains(InetAddress.ofLiteral("127.0.0.1"));
  }
}
