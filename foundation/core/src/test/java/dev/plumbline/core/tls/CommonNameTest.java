package dev.plumbline.core.tls;

import static org.assertj.core.api.Assertions.assertThat;

import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

class CommonNameTest {
  @Test
  void itIsReadWithItsEscapes() {
    assertThat(CommonName.of(new X500Principal("O=Maker, CN=\"a, b\"")).orElseThrow())
        .isEqualTo("a\\, b");
    assertThat(CommonName.of(new X500Principal("O=Maker"))).isEmpty();
  }

  @Test
  void aNameOfAnyLengthIsReadWithoutRecursion() {
    String letters = "a".repeat(200_000);
    assertThat(CommonName.of(new X500Principal("CN=" + letters))).contains(letters);
    assertThat(CommonName.of(new X500Principal("CN=\"" + ",".repeat(50_000) + "\"")).orElseThrow())
        .hasSize(100_000);
  }
}
