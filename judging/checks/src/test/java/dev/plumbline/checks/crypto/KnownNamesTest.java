package dev.plumbline.checks.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product is the Camera Mini C1 of Maker, and a row names a host. */
class KnownNamesTest {
  private final KnownNames known =
      KnownNames.of(
          Scene.current()
              .rows(
                  "28-LogIntf", "- {id: A-1, description: 'Calls HTTPS://api.vendor.example/v1.'}")
              .facts());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cdn.vendor.example",
        "*.vendor.example",
        "VENDOR.example",
        "my-maker.example",
        "camera.other.example",
        "cameramini.example",
        "mini.other.example",
        "printer.lan",
        "printer.home.arpa",
        "192.0.2.7",
        "2001:db8::7",
        "localhost"
      })
  void whatTheDossierOrTheNetworkExplainsIsNotForeign(String name) {
    assertThat(known.isForeign(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other.example",
        "*.other.example",
        "api.vendor.other.example",
        "c1.other.example",
        "example.org"
      })
  void aHostThatNothingExplainsIsForeign(String name) {
    assertThat(known.isForeign(name)).isTrue();
  }
}
