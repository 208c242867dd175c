package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FlawCatalogueTest {
  private final FlawCatalogue catalogue = FlawCatalogue.load();

  @Test
  void everyFlawSaysWhatItDoesAndWhatShows() {
    assertThat(catalogue.flaws())
        .allSatisfy(
            flaw -> {
              assertThat(flaw.id()).matches("[a-z0-9.]+(-[a-z0-9.]+)*");
              assertThat(flaw.does()).endsWith(".");
              assertThat(flaw.provisions()).isNotEmpty();
              assertThat(flaw.shows()).isNotEmpty();
              assertThat(flaw.patch().values()).isNotEmpty();
              assertThat(flaw.fails()).containsOnlyKeys("3.1.3", "2.1.1");
            });
  }

  @Test
  void everyFlawNamesAPartOfItsDevice() {
    assertThat(catalogue.flaws())
        .allSatisfy(
            flaw ->
                assertThat(
                        flaw.part().equals("vendor")
                            || Stream.of("parts", "clients")
                                .anyMatch(
                                    kind ->
                                        DeviceSpec.named(flaw.device())
                                            .base()
                                            .child(kind)
                                            .has(flaw.part())))
                    .as(flaw.part())
                    .isTrue());
  }

  @Test
  void unknownFlawIsRefused() {
    assertThatThrownBy(() -> DeviceSpec.named("sound-camera").with("no-such-flaw"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-flaw");
  }

  @Test
  void flawCanBeSwitchedOnAndOff() {
    DeviceSpec sound = DeviceSpec.named("sound-camera");
    DeviceSpec flawed = sound.with("telnet-open");
    assertThat(flawed.effective()).isNotEqualTo(sound.effective());
    assertThat(flawed.without("telnet-open").effective()).isEqualTo(sound.effective());
  }
}
