package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ForeignPortsTest {
  private static InetAddress address() throws IOException {
    return InetAddress.getByName("127.71.3.1");
  }

  @Test
  void portHeldOnAllAddressesIsForeign() throws IOException {
    try (ServerSocket everywhere = new ServerSocket(0)) {
      assertThat(ForeignPorts.on(address())).contains(everywhere.getLocalPort());
    }
  }

  @Test
  void portHeldOnAnotherAddressIsNot() throws IOException {
    InetAddress other = InetAddress.getByName("127.71.3.2");
    try (ServerSocket elsewhere = new ServerSocket(0, 1, other)) {
      assertThat(ForeignPorts.on(other)).contains(elsewhere.getLocalPort());
      assertThat(ForeignPorts.on(address())).doesNotContain(elsewhere.getLocalPort());
    }
  }

  @Test
  void linesOfOtherStatesAndHeadingsAreLeftOut() throws IOException {
    SortedSet<Integer> ports = new TreeSet<>();
    ForeignPorts.held("  sl  local_address rem_address   st", address(), ports);
    ForeignPorts.held("0: 00000000:1F90 0100007F:D431 01 0:0", address(), ports);
    assertThat(ports).isEmpty();
    ForeignPorts.held("0: 00000000:1F90 00000000:0000 0A 0:0", address(), ports);
    assertThat(ports).containsExactly(8080);
  }
}
