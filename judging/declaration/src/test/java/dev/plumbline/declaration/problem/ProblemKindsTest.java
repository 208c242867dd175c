package dev.plumbline.declaration.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.declaration.DossierText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind's own examples show it, and only the wrong one does. */
class ProblemKindsTest {
  private static final Path SOURCES = Path.of("src/main");
  private static final Pattern ID = Pattern.compile("PLB-[3-7]\\d{3}");

  private static final Pattern READER_ID = Pattern.compile("\"(PLB-[12]\\d{3})\"");

  /** Their right example would be a whole ICS; WholeDossierTest has one. */
  private static final Set<String> WHOLE_ICS = Set.of("PLB-3010", "PLB-3011", "PLB-3012");

  static Stream<ProblemKind> ours() {
    return ProblemKinds.all().stream().filter(k -> !k.what().isEmpty());
  }

  static Stream<ProblemKind> readers() {
    return ProblemKinds.all().stream()
        .filter(k -> k.what().isEmpty())
        .filter(k -> k.wrong().startsWith("# "));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void isFoundInItsWrongExampleAtTheMarkedLine(ProblemKind kind, @TempDir Path directory)
      throws IOException {
    DossierText text = DossierText.of(kind.wrong(), kind.edition());
    List<Problem> found = text.check(directory, kind.edition());
    assertThat(found).extracting(Problem::id).contains(kind.id());
    Problem first = found.stream().filter(p -> p.id().equals(kind.id())).findFirst().orElseThrow();
    assertThat(first.severity()).isEqualTo(kind.severity());
    text.marked()
        .ifPresentOrElse(
            place -> {
              assertThat(first.place().file()).isEqualTo(place.file());
              assertThat(first.place().line()).as(first.toString()).isEqualTo(place.line());
              assertThat(first.place().column()).isPositive();
            },
            () -> assertThat(first.place().line()).as(first.toString()).isZero());
  }

  @ParameterizedTest
  @MethodSource("ours")
  void isNotFoundInItsRightExample(ProblemKind kind, @TempDir Path directory) throws IOException {
    if (kind.right().isEmpty()) {
      assertThat(WHOLE_ICS).contains(kind.id());
      return;
    }
    assertThat(DossierText.of(kind.right(), kind.edition()).check(directory, kind.edition()))
        .extracting(Problem::id)
        .doesNotContain(kind.id());
  }

  @ParameterizedTest
  @MethodSource("ours")
  void hasExamplesThatTheReaderTakes(ProblemKind kind, @TempDir Path directory) throws IOException {
    List<Problem> found =
        DossierText.of(kind.wrong(), kind.edition()).read(directory.resolve("wrong"));
    assertThat(found).filteredOn(p -> p.severity() == Severity.ERROR).isEmpty();
    if (!kind.right().isEmpty()) {
      List<Problem> right =
          DossierText.of(kind.right(), kind.edition()).read(directory.resolve("right"));
      assertThat(right).filteredOn(p -> p.severity() == Severity.ERROR).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void ofTheReaderIsFoundInItsWrongExample(ProblemKind kind, @TempDir Path directory)
      throws IOException {
    DossierText text = DossierText.of(kind.wrong(), kind.edition());
    List<Problem> found = text.read(directory.resolve("wrong"));
    assertThat(found).extracting(Problem::id).contains(kind.id());
    Problem first = found.stream().filter(p -> p.id().equals(kind.id())).findFirst().orElseThrow();
    assertThat(first.severity()).isEqualTo(kind.severity());
    if (kind.right().startsWith("# ")) {
      assertThat(DossierText.of(kind.right(), kind.edition()).read(directory.resolve("right")))
          .extracting(Problem::id)
          .doesNotContain(kind.id());
    }
  }

  @ParameterizedTest
  @MethodSource("ours")
  void areFoundByWhoAsksForErrorsAlone(ProblemKind kind, @TempDir Path directory)
      throws IOException {
    DossierText text = DossierText.of(kind.wrong(), kind.edition());
    List<Problem> errors =
        text.check(directory, kind.edition()).stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .toList();
    assertThat(text.errors(directory, kind.edition()))
        .filteredOn(p -> p.severity() == Severity.ERROR)
        .isEqualTo(errors);
  }

  static Stream<ProblemKind> contradictions() {
    return ours().filter(k -> k.id().startsWith("PLB-61"));
  }

  /** As many as the catalogue of contradictions had when it was made; none gets lost. */
  @Test
  void contradictionsAreOfFortySixKindsEachWithAPlantedOne() {
    assertThat(contradictions()).hasSizeGreaterThanOrEqualTo(46);
    assertThat(contradictions())
        .allSatisfy(
            k -> {
              assertThat(k.severity()).isEqualTo(Severity.WARNING);
              assertThat(k.wrong()).startsWith("# ");
              assertThat(k.right()).startsWith("# ");
            });
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void ofAContradictionShowsBothPlaces(ProblemKind kind, @TempDir Path directory)
      throws IOException {
    List<Problem> found =
        DossierText.of(kind.wrong(), kind.edition()).check(directory, kind.edition());
    assertThat(found)
        .filteredOn(p -> p.id().equals(kind.id()))
        .isNotEmpty()
        .allSatisfy(
            p -> {
              assertThat(p.place().line()).isPositive();
              assertThat(p.what())
                  .matches("(?s).+ says '.+, but .+[\\w./-]+\\.yaml(:\\d+:\\d+)?\\)\\.");
            });
  }

  @Test
  void haveDistinctIdsInOrder() {
    List<String> ids = ProblemKinds.all().stream().map(ProblemKind::id).toList();
    assertThat(ids).doesNotHaveDuplicates().isSorted();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void areAllRaisedAndAllDocumented() throws IOException {
    Set<String> raised = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(ProblemKindsTest::raises).toList()) {
        ID.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(raised::add);
      }
    }
    Set<String> documented = new TreeSet<>();
    ours().map(ProblemKind::id).forEach(documented::add);
    assertThat(raised).isEqualTo(documented);
  }

  /** The kinds of the record are raised where it is read, compared and sealed too. */
  @Test
  void ofTheReaderAreAllRaisedAndAllDocumented() throws IOException {
    Set<String> raised = new TreeSet<>();
    for (String module :
        List.of(
            "foundation/core",
            "foundation/yaml",
            "model/dossier",
            "application/app",
            "application/views",
            "application/cli")) {
      try (Stream<Path> files = Files.walk(Path.of("../..", module, "src", "main"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          READER_ID
              .matcher(Files.readString(file))
              .results()
              .map(r -> r.group(1))
              .forEach(raised::add);
        }
      }
    }
    Set<String> documented = new TreeSet<>();
    ProblemKinds.all().stream()
        .filter(k -> k.what().isEmpty())
        .map(ProblemKind::id)
        .forEach(documented::add);
    assertThat(documented).isEqualTo(raised);
  }

  /** Code, and the data files whose rules name the kind that they raise. */
  private static boolean raises(Path file) {
    String path = file.toString();
    return path.contains("declaration")
        && (path.endsWith(".java") || path.endsWith(".yaml"))
        && !path.contains("problems")
        && !path.endsWith("ProblemKind.java");
  }

  @Test
  void speakInSentences() {
    ProblemKinds.all()
        .forEach(
            k -> {
              assertThat(k.title()).as(k.id()).doesNotEndWith(".");
              assertThat(k.why()).as(k.id()).endsWith(".");
              assertThat(k.why().split(" ")).as(k.id()).hasSizeGreaterThan(5);
            });
  }
}
