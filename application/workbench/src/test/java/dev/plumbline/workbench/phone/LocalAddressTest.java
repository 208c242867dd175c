package dev.plumbline.workbench.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class LocalAddressTest {
  @Test
  void aPersonReadsWhereAnAddressIsAndOfWhichKind() {
    assertThat(new LocalAddress(InetAddress.ofLiteral("192.168.1.10"), "wlan0").label())
        .isEqualTo("192.168.1.10, wlan0, a private address");
    assertThat(new LocalAddress(InetAddress.ofLiteral("203.0.113.1"), "eth0").label())
        .doesNotContain("private");
  }

  @Test
  void noneOfThisMachineIsOneThatNoPhoneCanCall() {
    assertThat(LocalAddress.all())
        .extracting(LocalAddress::text)
        .doesNotContain("127.0.0.1", "0:0:0:0:0:0:0:1", "0.0.0.0")
        .noneMatch(t -> t.startsWith("fe80:") || t.contains("%"));
    assertThat(LocalAddress.all())
        .allMatch(a -> a.text().equals(a.address().getHostAddress()), "without a scope");
  }
}
