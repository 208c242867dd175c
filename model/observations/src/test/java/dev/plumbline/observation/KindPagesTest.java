package dev.plumbline.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.RecordForm.FieldForm;
import dev.plumbline.observation.registry.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages and schemas are what the types say; {@code -Dplumbline.update=true} writes them. */
class KindPagesTest {
  private static final Path PAGE = Path.of("../../docs/observations.md");
  private static final Path SCHEMAS = Path.of("../../docs/schemas/observations");

  private static void holds(Path file, String made) throws IOException {
    if (Boolean.getBoolean("plumbline.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, made);
    }
    assertThat(file).as("run the test with -Dplumbline.update=true to write it").exists();
    assertThat(Files.readString(file)).isEqualTo(made);
  }

  @Test
  void thePageSaysWhatEachKindHolds() throws IOException {
    holds(PAGE, KindPages.page());
  }

  @Test
  void eachKindHasItsSchemaAndNoOther() throws IOException {
    Set<String> names = new HashSet<>();
    for (Codec<?> kind : Kinds.all()) {
      String name = kind.key() + ".schema.json";
      names.add(name);
      holds(SCHEMAS.resolve(name), KindPages.schema(kind));
    }
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      assertThat(files.map(f -> String.valueOf(f.getFileName()))).containsOnlyOnceElementsOf(names);
    }
  }

  @Test
  void keysDifferAndEachFieldSaysSomething() {
    assertThat(Kinds.all()).extracting(Codec::key).doesNotHaveDuplicates();
    for (Codec<?> kind : Kinds.all()) {
      assertThat(kind.key()).matches("[a-z-]+\\.[a-z-]+");
      saysSomething(kind.key(), kind.form());
    }
  }

  private static void saysSomething(String at, RecordForm form) {
    for (FieldForm field : form.fields()) {
      assertThat(field.says()).as(at + "." + field.name()).isNotBlank().doesNotContain("|");
      field
          .when()
          .ifPresent(
              flag ->
                  assertThat(form.fields())
                      .as(at + "." + field.name())
                      .anyMatch(f -> f.name().equals(flag) && f.form() instanceof Form.Flag));
      entries(field.form()).forEach(e -> saysSomething(at + "." + field.name(), e));
    }
  }

  private static List<RecordForm> entries(Form form) {
    return switch (form) {
      case Form.Listing l -> entries(l.item());
      case Form.Mapping m -> entries(m.item());
      case Form.Entry e -> List.of(e.form());
      default -> List.of();
    };
  }
}
