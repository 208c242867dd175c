package dev.plumbline.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AddressClassTest {
  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, PUBLIC",
    "172.32.0.1, PUBLIC",
    "100.63.255.255, PUBLIC",
    "100.128.0.0, PUBLIC",
    "192.0.0.9, PUBLIC",
    "2606:4700::1111, PUBLIC",
    "2001:4860::8888, PUBLIC",
    "2001:20::1, PUBLIC",
    "10.255.255.255, PRIVATE",
    "172.16.0.0, PRIVATE",
    "172.31.255.255, PRIVATE",
    "192.168.0.1, PRIVATE",
    "fd00::2, PRIVATE",
    "fc00::1, PRIVATE",
    "100.64.0.9, SHARED",
    "100.127.255.255, SHARED",
    "127.0.0.1, LOOPBACK",
    "127.255.255.254, LOOPBACK",
    "::1, LOOPBACK",
    "169.254.3.4, LINK_LOCAL",
    "fe80::1, LINK_LOCAL",
    "febf::1, LINK_LOCAL",
    "169.254.169.254, METADATA",
    "169.254.170.2, METADATA",
    "100.100.100.200, METADATA",
    "168.63.129.16, METADATA",
    "fd00:ec2::254, METADATA",
    "0.0.0.0, ANY_LOCAL",
    "0.1.2.3, ANY_LOCAL",
    "::, ANY_LOCAL",
    "224.0.0.251, MULTICAST",
    "239.255.255.250, MULTICAST",
    "ff02::fb, MULTICAST",
    "255.255.255.255, BROADCAST",
    "240.0.0.1, RESERVED",
    "255.255.255.254, RESERVED",
    "::2, RESERVED",
    "1::, RESERVED",
    "4000::1, RESERVED",
    "::ffff:0:7f00:1, RESERVED",
    "192.0.2.1, DOCUMENTATION",
    "198.51.100.1, DOCUMENTATION",
    "203.0.113.1, DOCUMENTATION",
    "2001:db8::1, DOCUMENTATION",
    "3fff::1, DOCUMENTATION",
    "192.0.0.1, SPECIAL",
    "198.19.0.1, SPECIAL",
    "64:ff9b:1::1, SPECIAL",
    "100::1, SPECIAL",
    "2001::1, SPECIAL",
    "2001:2::1, SPECIAL",
    "5f00::1, SPECIAL",
    "fec0::1, SPECIAL"
  })
  void anAddressHasTheClassOfTheRegistry(String address, AddressClass expected) {
    assertThat(AddressClass.of(InetAddress.ofLiteral(address))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "::127.0.0.1, LOOPBACK",
    "::169.254.169.254, METADATA",
    "::8.8.8.8, PUBLIC",
    "64:ff9b::7f00:1, LOOPBACK",
    "64:ff9b::a9fe:a9fe, METADATA",
    "64:ff9b::808:808, PUBLIC",
    "64:ff9b::1, ANY_LOCAL",
    "2002:7f00:1::1, LOOPBACK",
    "2002:c0a8:101::1, PRIVATE",
    "2002:808:808::1, PUBLIC",
    "2002:e000:1::, MULTICAST"
  })
  void anAddressThatStandsForAnotherHasItsClass(String address, AddressClass expected) {
    assertThat(AddressClass.of(InetAddress.ofLiteral(address))).isEqualTo(expected);
  }

  @Test
  void aMappedAddressThatIsKeptAsIpv6IsFolded() throws UnknownHostException {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};

    assertThat(AddressClass.of(Inet6Address.getByAddress("evil.example", mapped, -1)))
        .isEqualTo(AddressClass.LOOPBACK);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNearIsADeviceAndNotPublic(AddressClass kind) {
    assertThat(!kind.isNear() || (kind.isDevice() && kind != AddressClass.PUBLIC)).isTrue();
    assertThat(kind.words()).matches("(a|an|the) [a-z].*");
  }
}
