package dev.plumbline.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every address, special ones and their neighbours most of all. */
class AddressClassProperties {
  @Property(seed = "20261201")
  void everyFormOfAnIpv4AddressHasItsClass(@ForAll("addresses") int address)
      throws UnknownHostException {
    AddressClass expected = AddressClass.of(four(address));
    long low = address & 0xffff_ffffL;

    assertThat(AddressClass.of(six(0, 0xffff_0000_0000L | low))).isEqualTo(expected);
    assertThat(AddressClass.of(six(0x0064_ff9b_0000_0000L, low))).isEqualTo(expected);
    assertThat(AddressClass.of(six(0x2002_0000_0000_0000L | low << 16, 1))).isEqualTo(expected);
  }

  @Property(seed = "20261201")
  void aCompatibleFormIsNeverMorePublicThanItsAddress(@ForAll("addresses") int address)
      throws UnknownHostException {
    AddressClass form = AddressClass.of(six(0, address & 0xffff_ffffL));

    assertThat(form == AddressClass.PUBLIC)
        .isEqualTo(AddressClass.of(four(address)) == AddressClass.PUBLIC);
  }

  @Property(seed = "20261201")
  void whatJavaKnowsToBeSpecialIsNeverPublic(@ForAll("addresses") int address)
      throws UnknownHostException {
    InetAddress four = four(address);
    Assume.that(
        four.isLoopbackAddress()
            || four.isLinkLocalAddress()
            || four.isSiteLocalAddress()
            || four.isMulticastAddress()
            || four.isAnyLocalAddress());

    assertThat(AddressClass.of(four)).isNotEqualTo(AddressClass.PUBLIC);
  }

  @Property(seed = "20261201")
  void onlyGlobalUnicastIsPublicInIpv6(@ForAll long high, @ForAll long low)
      throws UnknownHostException {
    Assume.that(high != 0 && high != 0x0064_ff9b_0000_0000L);
    AddressClass kind = AddressClass.of(six(high, low));

    assertThat(kind != AddressClass.PUBLIC || high >>> 61 == 1).isTrue();
  }

  @Provide
  Arbitrary<Integer> addresses() {
    Arbitrary<Integer> edges =
        Arbitraries.of(
                "0.0.0.0",
                "9.255.255.255",
                "10.0.0.0",
                "100.64.0.0",
                "100.128.0.0",
                "127.0.0.0",
                "128.0.0.0",
                "169.254.169.254",
                "172.16.0.0",
                "172.32.0.0",
                "192.0.0.0",
                "192.0.2.0",
                "192.168.0.0",
                "192.169.0.0",
                "198.18.0.0",
                "198.20.0.0",
                "224.0.0.0",
                "240.0.0.0",
                "255.255.255.255")
            .map(text -> ByteBuffer.wrap(InetAddress.ofLiteral(text).getAddress()).getInt());
    Arbitrary<Integer> near = Arbitraries.integers().between(-3, 3);
    return Arbitraries.oneOf(
        edges.flatMap(edge -> near.map(step -> edge + step)), Arbitraries.integers());
  }

  private static InetAddress four(int address) throws UnknownHostException {
    return InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(address).array());
  }

  /** Kept as IPv6, as a resolver may give it. */
  private static InetAddress six(long high, long low) throws UnknownHostException {
    byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    return Inet6Address.getByAddress("named.example", bytes, -1);
  }
}
