package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.address.AddressClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericAddressTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,127.0.0.1,LOOPBACK",
    "::1,::1,LOOPBACK",
    "0:0:0:0:0:0:0:1,::1,LOOPBACK",
    "::ffff:127.0.0.1,127.0.0.1,LOOPBACK",
    "169.254.1.1,169.254.1.1,LINK_LOCAL",
    "fe80::1,fe80::1,LINK_LOCAL",
    "FE80::1%eth0,fe80::1%eth0,LINK_LOCAL",
    "10.0.0.1,10.0.0.1,PRIVATE",
    "172.16.0.1,172.16.0.1,PRIVATE",
    "172.32.0.1,172.32.0.1,PUBLIC",
    "192.168.1.1,192.168.1.1,PRIVATE",
    "100.64.0.1,100.64.0.1,SHARED",
    "100.128.0.1,100.128.0.1,PUBLIC",
    "fd00:0:0:1::5,fd00:0:0:1::5,PRIVATE",
    "8.8.8.8,8.8.8.8,PUBLIC",
    "::ffff:8.8.8.8,8.8.8.8,PUBLIC",
    "2001:DB8:0:0:1:0:0:1,2001:db8::1:0:0:1,DOCUMENTATION",
    "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1,DOCUMENTATION",
    "1::,1::,RESERVED",
    "0.0.0.0,0.0.0.0,ANY_LOCAL",
    "::,::,ANY_LOCAL",
    "0.1.2.3,0.1.2.3,ANY_LOCAL",
    "224.0.0.1,224.0.0.1,MULTICAST",
    "ff02::1,ff02::1,MULTICAST",
    "255.255.255.255,255.255.255.255,BROADCAST",
  })
  void anAddressIsReadIntoItsCanonicalForm(String written, String text, AddressClass kind) {
    assertThat(NumericAddress.parse(written)).contains(new NumericAddress(text, kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "127.1",
        "127.0.0.01",
        "256.0.0.1",
        "0x7f.0.0.1",
        "2130706433",
        "1.2.3.4 ",
        "[::1]",
        "::1%",
        "::1%lo",
        "1.2.3.4%eth0",
        "::1::",
        "fe80::1%a/b",
        "10.0.0.1/8",
        ":",
        "1.2.3.4:80"
      })
  void whatIsNoAddressIsRefused(String written) {
    assertThat(NumericAddress.parse(written)).isEmpty();
  }

  @Test
  void fullWidthDigitsAreNoDigits() {
    assertThat(NumericAddress.parse("\uff11.2.3.4")).isEmpty();
  }
}
