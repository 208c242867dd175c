package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {
  @Test
  void controls_and_characters_without_a_shape_are_escaped_and_read_back() {
    String hostile =
        "\u001b[2J \u0080 \u009b31m \u007f \u202e \u200b \ufeff \u2028 "
            + Character.toString(0xE0041)
            + " Gr\u00fc\u00dfe";

    String json = JsonText.of(Map.of("banner", hostile));

    assertThat(json.codePoints().filter(c -> c >= 0x7f).mapToObj(Character::toString))
        .containsExactly("\u00fc", "\u00df");
    assertThat(json.codePoints().filter(c -> c < 0x20 && c != '\n')).isEmpty();
    assertThat(JsonMapper.shared().readTree(json).path("banner").asString()).isEqualTo(hostile);
  }
}
