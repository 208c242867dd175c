package dev.plumbline.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  private static AddressRange range(String text) {
    return AddressRange.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.30.0/24, 192.168.30.0, true",
    "192.168.30.0/24, 192.168.30.255, true",
    "192.168.30.0/24, 192.168.31.0, false",
    "192.168.30.0/24, 192.168.29.255, false",
    "192.168.30.64/26, 192.168.30.127, true",
    "192.168.30.64/26, 192.168.30.128, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "fe80::/10, febf::1, true",
    "fe80::/10, fec0::1, false",
    "::1, ::1, true",
  })
  void aBlockHoldsTheAddressesThatShareItsBits(String range, String address, boolean held) {
    assertThat(range(range).holds(InetAddress.ofLiteral(address))).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host",
        "192.168.30.7/24",
        "192.168.30.0/33",
        "::/129",
        "1.2.3",
        "192.168.30.0/",
        "fe80::1%eth0",
        "192.168.30.0/24 ",
        "/8",
        "fe80::1/10"
      })
  void whatIsNoBlockIsNotReadAsOne(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, LOOPBACK",
    "10.0.0.0/8, PRIVATE",
    "fe80::/10, LINK_LOCAL",
    "169.254.169.254, METADATA",
    "::1, LOOPBACK"
  })
  void aBlockOfOneClassNamesIt(String range, AddressClass kind) {
    assertThat(range(range).kind()).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "126.0.0.0/7", "::/0", "192.0.0.0/8"})
  void aBlockThatReachesFurtherNamesNone(String range) {
    assertThat(range(range).kind()).isEmpty();
  }

  @Test
  void oneAddressIsABlockOfOne() {
    assertThat(range("192.168.30.7").isOne()).isTrue();
    assertThat(range("192.168.30.7/32").isOne()).isTrue();
    assertThat(range("192.168.30.6/31").isOne()).isFalse();
  }
}
