package dev.plumbline.probes.snmpaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineIdTest {
  private static EngineId of(String hex) {
    return new EngineId(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @CsvSource({
    "80001f8803 026e48a17e31, 02:6e:48:a1:7e:31",
    "80001f8803 026e48a17e31 0001, 02:6e:48:a1:7e:31",
    "80001f8804 45482d323034343137, EH-204417",
    "80001f8805 45482d323034343137, EH-204417",
    "80001f8805 026e48a17e31, 026e48a17e31",
    "80001f8880 026e48a17e31, 026e48a17e31",
    "00001f88 45482d323034343137000000, EH-204417",
    "00001f88 026e48a17e310000, 026e48a17e31",
    "80001f8802 fe80000000000000006e48fffea17e31, 02:6e:48:a1:7e:31"
  })
  void whatItIsMadeOfIsReadable(String hex, String says) {
    assertThat(of(hex.replace(" ", "")).text()).contains(says);
  }

  /** They fit into one datagram, and looking for those at the end must not begin at each. */
  @Test
  void zerosInTheMiddleCostNoTime() {
    byte[] bytes = new byte[65_000];
    bytes[bytes.length - 1] = 'x';
    assertTimeoutPreemptively(
        Duration.ofSeconds(1), () -> assertThat(new EngineId(bytes).name()).isEmpty());
  }

  @Test
  void octetsThatAreNoTextAreNoName() {
    assertThat(of("80001f8880aabb0102").name()).isEmpty();
    assertThat(of("80001f880445482d31").name()).contains("EH-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "80", "80001f88", "80001f8803", "80001f88030102", "80001f8802fe80"})
  void aShortOneHasNoAddress(String hex) {
    assertThat(of(hex).text()).doesNotContain(":");
  }
}
