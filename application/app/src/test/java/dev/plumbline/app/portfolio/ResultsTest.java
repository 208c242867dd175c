package dev.plumbline.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.PolicyChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored result is taken where nothing has changed that it rests on, and nowhere else. */
class ResultsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 2);

  @TempDir private Path temporary;
  private Path cache;
  private Path dossier;

  @BeforeEach
  void copy() throws IOException {
    cache = temporary.resolve("cache").resolve("plumbline");
    dossier = temporary.resolve("tag");
    Path from = Path.of("../../examples/sensor-tag");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.sorted().toList()) {
        Files.copy(path, dossier.resolve(from.relativize(path).toString()));
      }
    }
  }

  private StoredResult judge(ResultIndex index) throws IOException {
    Results results = new Results(index, PolicyChoice.USUAL);
    return results.of(dossier, DAY, results.judge());
  }

  private static Optional<Results.Known> find(ResultIndex index, Path dossier, LocalDate day)
      throws IOException {
    return new Results(index, PolicyChoice.USUAL).find(dossier, day);
  }

  @Test
  void whatIsReadAgainIsWhatWasStored() throws IOException {
    StoredResult made;
    try (ResultIndex index = ResultIndex.open(cache)) {
      assertThat(find(index, dossier, DAY)).isEmpty();
      made = judge(index);
    }
    assertThat(made.product()).isPresent();
    assertThat(made.product().orElseThrow().levels()).hasSizeGreaterThan(20);
    assertThat(made.sample().orElseThrow().provisions()).hasSizeGreaterThan(50);
    try (ResultIndex index = ResultIndex.open(cache)) {
      assertThat(find(index, dossier, DAY).orElseThrow().result()).isEqualTo(made);
    }
  }

  @Test
  void aStoredResultIsOfOneDayAndOnePolicy() throws IOException {
    try (ResultIndex index = ResultIndex.open(cache)) {
      judge(index);
      assertThat(find(index, dossier, DAY.plusDays(1))).isEmpty();
      Path policy = Files.writeString(temporary.resolve("policy.yaml"), "id: mine\n");
      PolicyChoice other = new PolicyChoice(Optional.of(policy.toString()));
      String key = other.key();
      assertThat(new Results(index, other).find(dossier, DAY)).isEmpty();
      Files.writeString(policy, "id: other\n");
      assertThat(other.key()).isNotEqualTo(key);
    }
  }

  @Test
  void aFileThatWasChangedUnderItsOldSizeAndTimeIsNoticed() throws IOException {
    try (ResultIndex index = ResultIndex.open(cache)) {
      judge(index);
      Path product = dossier.resolve("product.yaml");
      FileTime time = Files.getLastModifiedTime(product);
      String text = Files.readString(product);
      Files.writeString(product, text.replace("Example Tag", "Exemple Tag"));
      Files.setLastModifiedTime(product, time);
      assertThat(Files.size(product)).isEqualTo(text.length());
      assertThat(find(index, dossier, DAY)).isEmpty();
      assertThat(judge(index).product().orElseThrow().name()).contains("Exemple Tag");
    }
  }

  @Test
  void aFileThatComesOrGoesIsNoticed() throws IOException {
    try (ResultIndex index = ResultIndex.open(cache)) {
      judge(index);
      Path added = Files.writeString(dossier.resolve("note.txt"), "x");
      assertThat(find(index, dossier, DAY)).isEmpty();
      Files.delete(added);
      assertThat(find(index, dossier, DAY)).isPresent();
      Files.delete(dossier.resolve("ics.yaml"));
      assertThat(find(index, dossier, DAY)).isEmpty();
    }
  }

  @Test
  void aVariantRestsOnItsBaseToo() throws IOException {
    Path variant = Files.createDirectories(temporary.resolve("variant"));
    Files.writeString(
        dossier.resolve("product.yaml"),
        Files.readString(dossier.resolve("product.yaml")) + "variants: [../variant]\n");
    Files.writeString(
        variant.resolve("product.yaml"),
        Files.readString(dossier.resolve("product.yaml")).replaceAll("(?m)^variants:.*\n", "")
            + "extends:\n  dossier: ../tag\n  because: The casing alone differs.\n");
    try (ResultIndex index = ResultIndex.open(cache)) {
      Results results = new Results(index, PolicyChoice.USUAL);
      StoredResult made = results.of(variant, DAY, results.judge());
      assertThat(made.product()).as("%s", made.first()).isPresent();
      assertThat(find(index, variant, DAY)).isPresent();
      Files.writeString(
          dossier.resolve("ics.yaml"), Files.readString(dossier.resolve("ics.yaml")) + "\n");
      assertThat(find(index, variant, DAY)).isEmpty();
    }
  }

  @Test
  void aDossierThatCannotBeJudgedIsStoredAsSuch() throws IOException {
    Files.writeString(dossier.resolve("product.yaml"), "edition: [\n");
    try (ResultIndex index = ResultIndex.open(cache)) {
      StoredResult made = judge(index);
      assertThat(made.product()).isEmpty();
      assertThat(made.errors()).isPositive();
      assertThat(find(index, dossier, DAY).orElseThrow().result()).isEqualTo(made);
    }
  }

  @Test
  void anIndexThatIsNoneIsReplaced() throws IOException {
    try (ResultIndex index = ResultIndex.open(cache)) {
      judge(index);
    }
    Path file;
    try (Stream<Path> all = Files.list(cache)) {
      file = all.filter(p -> p.toString().endsWith(".sqlite")).findFirst().orElseThrow();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.writeString(file, "no database ".repeat(1000));
    try (ResultIndex index = ResultIndex.open(cache)) {
      assertThat(find(index, dossier, DAY)).isEmpty();
      judge(index);
      assertThat(find(index, dossier, DAY)).isPresent();
    }
  }

  @Test
  void anIndexIsNotReachedThroughALink() throws IOException {
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.createDirectories(temporary.resolve("cache"));
    Files.createSymbolicLink(cache, elsewhere);
    try (ResultIndex index =
        ResultIndex.of(java.util.Map.of(ResultIndex.VARIABLE, cache.toString()))) {
      judge(index);
      assertThat(find(index, dossier, DAY)).isPresent();
    }
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void anotherProgramHasAnotherStamp() throws IOException {
    Path jar = Files.writeString(temporary.resolve("a.jar"), "one");
    String one = ProgramStamp.of(jar.toString()).hex();
    assertThat(ProgramStamp.of(jar.toString()).hex()).isEqualTo(one);
    Files.writeString(jar, "another");
    assertThat(ProgramStamp.of(jar.toString()).hex()).isNotEqualTo(one);
    assertThat(ProgramStamp.of(dossier.toString()).hex())
        .isNotEqualTo(ProgramStamp.of(temporary.resolve("absent").toString()).hex());
  }

  @Test
  void aStampLeavesOutLocksAndGit() throws IOException {
    String stamp = FolderStamp.of(List.of(dossier)).digest().hex();
    Files.writeString(dossier.resolve(".lock"), "");
    Files.createDirectories(dossier.resolve(".git"));
    Files.writeString(dossier.resolve(".git/index"), "x");
    assertThat(FolderStamp.of(List.of(dossier)).digest().hex()).isEqualTo(stamp);
  }
}
