package dev.plumbline.importing.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Head;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JsonShapeTest {
  private static JsonShape of(String text) {
    return JsonShape.of(new Head("f", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void tellsMembersAndTextsOfAFileThatBreaksOff() {
    JsonShape shape = of("{\"a\":{\"b\":\"x\"},\"l\":[{\"c\":1},{\"d\":\"y\"},{\"e");
    assertThat(shape.has("/a/b", "/l/*/c", "/l/*/d")).isTrue();
    assertThat(shape.text("/a/b")).isEqualTo("x");
    assertThat(shape.has("/l/*/e")).isFalse();
  }

  @Test
  void namesInsideTextsDoNotCount() {
    assertThat(of("{\"a\":\"{\\\"b\\\":1}\"}").has("/b")).isFalse();
  }

  @Test
  void readsOneValueALine() {
    assertThat(of("{\"a\":1}\n{\"b\":2}\n").has("/a", "/b")).isTrue();
  }

  @Test
  void isBoundedForDeepAndForNoJson() {
    assertThat(of("{\"a\":[".repeat(30_000)).texts()).hasSizeLessThan(20);
    assertThat(of("a=1").texts()).isEmpty();
  }

  @Test
  void membersBehindTheBeginningOfTheFileCount() {
    String filler = "\"x\":{\"y\":[%s1]},".formatted("{\"z\":0},".repeat(20_000));
    byte[] file = ("{" + filler + "\"tool\":\"last\"}").getBytes(StandardCharsets.UTF_8);
    Head head = new Head("f", Arrays.copyOf(file, Head.SIZE), () -> new ByteArrayInputStream(file));
    assertThat(JsonShape.of(head).text("/tool")).isEqualTo("last");
    assertThat(JsonShape.of(head).members()).containsExactlyInAnyOrder("x", "tool");
    assertThat(JsonShape.of(new Head("f", Arrays.copyOf(file, Head.SIZE))).has("/tool")).isFalse();
  }

  @Test
  void manyNamesInsideDoNotHideTheMembersOfTheFile() {
    StringBuilder names = new StringBuilder("{\"m\":{");
    for (int i = 0; i < 9_000; i++) {
      names.append("\"n").append(i).append("\":1,");
    }
    assertThat(of(names + "\"n\":0},\"tool\":\"last\"}").text("/tool")).isEqualTo("last");
  }
}
