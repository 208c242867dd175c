package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "http://maker.example, maker.example, 80, ''",
    "HTTPS://maker.example/, maker.example, 443, /",
    "https://192.0.2.1:8443/a/b?c=d#e, 192.0.2.1, 8443, /a/b",
    "https://[2001:db8::1]:8443?x, [2001:db8::1], 8443, ''"
  })
  void readsHostPortAndPath(String text, String host, int port, String path) {
    assertThat(WebAddress.parse(text)).contains(new WebAddress(host, port, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/login",
        "//maker.example/",
        "ftp://maker.example/",
        "http://",
        "http://a b/"
      })
  void anythingElseIsNoAddress(String text) {
    assertThat(WebAddress.parse(text)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "http://maker.example, true",
    "http://maker.example/?a=b, true",
    "http://maker.example/a, false"
  })
  void theStartPageHasNoPath(String text, boolean start) {
    assertThat(WebAddress.parse(text).orElseThrow().isRoot()).isEqualTo(start);
  }
}
