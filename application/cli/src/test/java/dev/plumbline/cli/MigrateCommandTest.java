package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MigrateCommandTest {
  @TempDir private Path directory;
  private Path tag;
  private Path moved;

  @BeforeEach
  void copyTheTag() throws IOException {
    tag = Copies.of("sensor-tag-2.1.1", directory.resolve("tag"));
    moved = directory.resolve("moved");
  }

  @Test
  void everyPartIsAccountedForAndWhatNeedsAPersonIsAList() {
    JsonNode json = json("migrate", tag.toString(), "--to", "3.1.3", "-o", moved.toString());
    assertThat(json.path("toDo").valueStream())
        .isNotEmpty()
        .allSatisfy(t -> assertThat(t.path("what").asString()).isNotBlank());
    assertThat(json.path("accounts").size()).isGreaterThan(500);
    assertThat(json.path("record").valueStream())
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.path("because").asString()).isNotBlank());
    assertThat(moved.resolve("ixit/15-PhyIntf.yaml")).exists();
    assertThat(moved.resolve("ixit/15-Intf.yaml")).doesNotExist();
    String problems = Ran.of("check", moved.toString(), "--format", "json").out();
    assertThat(problems).doesNotContain("PLB-1", "no column", "no table");
  }

  @Test
  void theWayBackGivesTheSameFiles() throws IOException {
    Map<String, String> before = files(tag);
    assertThat(Ran.of("migrate", tag.toString(), "--to", "3.1.3", "-o", moved.toString()).code())
        .isZero();
    assertThat(files(tag)).isEqualTo(before);
    Path back = directory.resolve("back");
    assertThat(Ran.of("migrate", moved.toString(), "--to", "2.1.1", "-o", back.toString()).code())
        .isZero();
    assertThat(files(back)).containsExactlyInAnyOrderEntriesOf(before);
    assertThat(json("diff", tag.toString(), back.toString()).path("changes").size()).isZero();
  }

  @Test
  void inPlaceTheFilesOfTheOtherEditionTakeThePlace() throws IOException {
    Map<String, String> before = files(tag);
    assertThat(Ran.of("migrate", tag.toString(), "--to", "3.1.3", "--in-place").code()).isZero();
    assertThat(tag.resolve("ixit/11-ComMech.yaml")).doesNotExist();
    assertThat(tag.resolve("ixit/11-SecComMech.yaml")).exists();
    Path back = directory.resolve("back");
    assertThat(Ran.of("migrate", tag.toString(), "--to", "2.1.1", "-o", back.toString()).code())
        .isZero();
    assertThat(files(back)).containsExactlyInAnyOrderEntriesOf(before);
  }

  @Test
  void wrongUseIsToldInWordsAndWritesNothing() throws IOException {
    Map<String, String> before = files(tag);
    for (String line :
        new String[] {
          "--to 3.1.3",
          "--to 3.1.3 --in-place -o " + moved,
          "--to 9.9.9 -o " + moved,
          "--to 2.1.1 -o " + moved,
          "--to 3.1.3 -o " + tag.resolve("inside"),
          "--to 3.1.3 -o " + tag
        }) {
      Ran ran = Ran.of(("migrate " + tag + " " + line).split(" "));
      assertThat(ran.code()).as(line).isEqualTo(2);
      assertThat(ran.err()).isNotBlank().doesNotContain("Exception", "dev.plumbline");
    }
    assertThat(files(tag)).isEqualTo(before);
  }

  @Test
  void aDossierWithErrorsIsNotMoved() throws IOException {
    Copies.edit(tag.resolve("ics.yaml"), "support: .*", "support: perhaps");
    Ran ran = Ran.of("migrate", tag.toString(), "--to", "3.1.3", "--in-place");
    assertThat(ran.code()).isEqualTo(12);
    assertThat(tag.resolve("migration")).doesNotExist();
  }

  private static JsonNode json(String... args) {
    String[] all =
        Stream.concat(Stream.of(args), Stream.of("--format", "json")).toArray(String[]::new);
    Ran ran = Ran.of(all);
    assertThat(ran.code()).as(ran.err()).isZero();
    return JsonMapper.shared().readTree(ran.out());
  }

  private static Map<String, String> files(Path dossier) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(dossier)) {
      for (Path p : all.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        String name = dossier.relativize(p).toString();
        if (!name.startsWith("migration")) {
          files.put(name, Files.readString(p));
        }
      }
    }
    return files;
  }
}
