package dev.plumbline.core.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshSignalsTest {
  @ParameterizedTest
  @CsvSource({
    "ext-info-s, true",
    "kex-strict-s-v00@openssh.com, true",
    "kexguess2@matt.ucc.asn.au, true",
    "curve25519-sha256@libssh.org, false",
    "diffie-hellman-group14-sha256, false"
  })
  void whatExchangesNoKeyIsASignal(String name, boolean signal) {
    assertThat(SshSignals.isSignal(name)).isEqualTo(signal);
  }
}
