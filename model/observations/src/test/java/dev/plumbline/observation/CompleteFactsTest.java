package dev.plumbline.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.kit.CompleteFacts;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompleteFactsTest {
  @Test
  void everyKindCanBeFilledFromNothing() {
    for (Codec<?> kind : Kinds.all()) {
      Stored stored = CompleteFacts.of(kind.key(), Map.of(), Map.of());

      kind.check(stored.value(), stored.coverage());
    }
  }

  @Test
  void whatIsGivenStaysAndItsEntriesAreFilled() {
    Stored stored =
        CompleteFacts.of(
            "http.surface", Map.of("open", List.of(Map.of("path", "/a"))), Map.of("paths", 9));

    assertThat(stored.coverage()).containsEntry("paths", 9);
    assertThat(stored.value())
        .containsEntry(
            "open",
            List.of(Map.of("path", "/a", "status", 0L, "title", "", "bytes", 0L, "kind", "")));
  }

  @Test
  void aKeyOfNoKindIsLeftAsItIs() {
    assertThat(CompleteFacts.of("test.other", Map.of("x", 1), Map.of()))
        .isEqualTo(new Stored(Map.of("x", 1), Map.of()));
  }
}
