package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPathsTest {
  /** "None of the 0 paths tried" is true of every device. */
  @ParameterizedTest
  @ValueSource(strings = {"http.surface", "api.surface", "websocket.access"})
  void aServiceOfWhichNoPathWasTriedGuardsNothing(String key) {
    Scene sound = new OutsidersGetNoAccessTest().holding();
    String coverage = "{paths: %d, unanswered: [], skipped: []}";

    assertThat(judged(sound.seen(key, Scene.endpoint(443), "{open: []}", coverage.formatted(1))))
        .isInstanceOf(Finding.Holds.class);
    assertThat(judged(sound.seen(key, Scene.endpoint(443), "{open: []}", coverage.formatted(0))))
        .isInstanceOf(Finding.Undetermined.class)
        .extracting(Finding::reason)
        .asString()
        .startsWith("No path of tcp/192.0.2.1/443 was tried by " + key);
  }

  private static Finding judged(Scene scene) {
    return scene.judge(new OutsidersGetNoAccess()).finding();
  }
}
