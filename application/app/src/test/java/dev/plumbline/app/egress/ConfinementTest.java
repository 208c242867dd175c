package dev.plumbline.app.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfinementTest {
  @Test
  void nameServersAreReadAndFaultyLinesLeftOut() {
    List<String> lines =
        List.of(
            "# made by hand",
            "search example.com",
            "nameserver 127.0.0.53",
            "nameserver dns.example.com",
            " nameserver 2001:db8::53 # second",
            "#nameserver 192.0.2.9");

    assertThat(Confinement.resolvers(lines))
        .containsExactly(
            InetAddress.ofLiteral("127.0.0.53"), InetAddress.ofLiteral("2001:db8::53"));
  }
}
