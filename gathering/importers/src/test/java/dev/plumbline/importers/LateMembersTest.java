package dev.plumbline.importers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON file is recognised wherever its members stand: JSON gives them no order, and tools write
 * what names them behind all that they found.
 */
class LateMembersTest {
  private static final Path SAMPLES = Path.of("src/test/resources/dev/plumbline/importers");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Samples that are one object. */
  static Stream<Path> samples() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      List<Path> all =
          folders
              .flatMap(f -> Stream.of("json", "sarif", "har").map(e -> f.resolve("found." + e)))
              .filter(Files::exists)
              .toList();
      return all.stream().filter(LateMembersTest::isObject).sorted();
    }
  }

  private static boolean isObject(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.startsWith("{") && text.indexOf("}\n{") < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> claiming(Path file, byte[] bytes) {
    Head head =
        new Head(
            String.valueOf(file.getFileName()),
            Arrays.copyOf(bytes, Math.min(bytes.length, Head.SIZE)),
            () -> new ByteArrayInputStream(bytes));
    return Importers.installed().claiming(head).stream().map(i -> i.spec().id()).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFileWhoseMembersStandBehindTheBeginningIsRecognised(Path sample) throws IOException {
    JsonNode found = MAPPER.readTree(Files.readString(sample));
    List<String> names = new ArrayList<>(found.propertyNames());
    Collections.reverse(names);
    ObjectNode late = MAPPER.createObjectNode();
    names.forEach(n -> late.set(n, found.path(n)));
    String text = "{" + " ".repeat(Head.SIZE) + MAPPER.writeValueAsString(late).substring(1);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(claiming(sample, bytes)).isEqualTo(claiming(sample, Files.readAllBytes(sample)));
    assertThat(claiming(sample, bytes)).hasSize(1);
  }

  @Test
  void enoughSamplesAreLookedAt() throws IOException {
    assertThat(samples().map(f -> String.valueOf(SAMPLES.relativize(f).getName(0))))
        .hasSizeGreaterThanOrEqualTo(20)
        .contains("sslyzejson", "dependencytrackfpf", "sarif");
  }
}
