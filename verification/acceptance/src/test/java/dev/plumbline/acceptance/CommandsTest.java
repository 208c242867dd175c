package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Verdict;
import dev.plumbline.declaration.interview.Interview;
import dev.plumbline.declaration.interview.Question;
import dev.plumbline.dossier.Ics;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands, from end to end in one process. */
class CommandsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final int FEWEST_COMMANDS = 16;
  private static final int MOST_QUESTIONS = 39;

  @TempDir private Path directory;

  private Path example(String name) throws IOException {
    return Repository.copyOfExample(name, directory.resolve(name));
  }

  static Stream<String> commands() {
    List<String> names =
        Pattern.compile("(?m)^  ([a-z]+)  ")
            .matcher(Cli.run("--help").out().replaceFirst("(?s)^.*\nCommands:", ""))
            .results()
            .map(m -> m.group(1))
            .filter(n -> !n.equals("plumbline"))
            .toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(FEWEST_COMMANDS);
    return names.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(String command) {
    String help = Cli.run(command, "--help").ends(0).out();
    assertThat(help).contains("Usage: plumbline " + command);
    String described = help.replaceFirst("(?s)^Usage:.*?\n(?=\\S)", "");
    assertThat(described.lines().findFirst().orElse("")).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "new", "interview", "trust", "test", "assess", "decide"})
  void theMainCommandsShowExamples(String command) {
    assertThat(Cli.run(command, "--help").out())
        .containsPattern("Examples?:\n  plumbline " + command);
  }

  @ParameterizedTest
  @CsvSource({
    "3.1.3, 78, 36, 42, 5, 27, 78, 131, 258, 140, 118, 29",
    "2.1.1, 68, 33, 35, 13, 0, 68, 109, 226, 124, 102, 29",
  })
  void countsAreThoseOfTheDocuments(
      String edition,
      int provisions,
      int mandatory,
      int recommended,
      int conditions,
      int features,
      int groups,
      int cases,
      int units,
      int conceptual,
      int functional,
      int tables) {
    Cli counts = Cli.run("catalogue", "counts", "--edition", edition, "--format", "json").ends(0);
    JsonNode json = JsonMapper.shared().readTree(counts.out());
    Map<String, Integer> seen = new LinkedHashMap<>();
    json.properties().stream()
        .filter(p -> p.getValue().isInt())
        .forEach(p -> seen.put(p.getKey(), p.getValue().asInt()));
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("provisions", provisions);
    wanted.put("mandatory", mandatory);
    wanted.put("recommended", recommended);
    wanted.put("conditions", conditions);
    wanted.put("features", features);
    wanted.put("groups", groups);
    wanted.put("cases", cases);
    wanted.put("units", units);
    wanted.put("conceptual", conceptual);
    wanted.put("functional", functional);
    wanted.put("tables", tables);
    assertThat(seen).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "careless-camera",
        "sound-camera",
        "smart-lock",
        "sensor-tag",
        "home-hub",
        "sound-camera-2.1.1",
        "sensor-tag-2.1.1"
      })
  void theExamplesAreCleanAndFormatted(String name) {
    Cli.run("check", Repository.at("examples/" + name)).ends(0);
    Cli fmt = Cli.run("fmt", "--check", Repository.at("examples/" + name));
    fmt.ends(0);
  }

  @Test
  void aDossierWithErrorsEndsWith12() throws IOException {
    Path dossier = example("smart-lock");
    Path ics = dossier.resolve("ics.yaml");
    Files.writeString(
        ics, Files.readString(ics).replaceFirst("support: \"Y\"", "support: Perhaps"));
    Cli check = Cli.run("check", dossier).ends(12);
    assertThat(check.out()).containsPattern("ics\\.yaml:\\d+:\\d+").contains("Perhaps");
    Cli.run("judge", dossier).ends(12);
    Cli.run("assess", dossier, "--out", directory.resolve("out")).ends(12);
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void whatWasNotTestedIsNotDecided() throws IOException {
    Cli judge = Cli.run("judge", example("smart-lock")).ends(11);
    assertThat(judge.out()).contains("not a pass");
  }

  @Test
  void planTellsWhoDecidesBeforeAnyPacket() throws IOException {
    Path dossier = example("careless-camera");
    Cli.run("plan", dossier).ends(0);
    JsonNode json =
        JsonMapper.shared().readTree(Cli.run("plan", dossier, "--format", "json").ends(0).out());
    assertThat(json.toString()).contains("5.6-1-2c@DUT").contains("PROBE").contains("ASSESSOR");
  }

  @Test
  void statusCountsAllFour() throws IOException {
    Cli status = Cli.run("status", example("smart-lock"));
    assertThat(status.code()).isIn(0, 11);
    assertThat(status.out())
        .contains("declared")
        .contains("planned")
        .contains("executed")
        .contains("evidenced");
  }

  @Test
  void replayListsFindingsAndKnowsWhichOnesThereAre() throws IOException {
    Path dossier = example("careless-camera");
    assertThat(Cli.run("replay", dossier).ends(0).out()).contains("found nothing");
    Cli.run("replay", dossier, "3f1c0a9b77de").ends(2).complainsInWords();
  }

  @Test
  void explainShowsTheWholeWay() throws IOException {
    Cli explain = Cli.run("explain", example("careless-camera"), "5.6-1-2c@DUT");
    assertThat(explain.code()).isIn(0, 10, 11);
    assertThat(explain.out()).contains("5.6-1").contains("tcp.open-ports").contains("INCONCLUSIVE");
  }

  @Test
  void aDryRunSendsNothingAndWritesNothing() throws IOException {
    Path dossier = example("smart-lock");
    SortedMap<String, String> before = contents(dossier);
    try (ServerSocket device = new ServerSocket(8443, 5, InetAddress.getByName("127.88.3.1"))) {
      Cli run = Cli.run("test", dossier, "--dry-run", "--intrusiveness", "stress").ends(0);
      assertThat(run.out()).contains("would do this").contains("Nothing was sent.");
      device.setSoTimeout(1);
      assertThatThrownBy(device::accept).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(contents(dossier)).isEqualTo(before);
  }

  private static SortedMap<String, String> contents(Path dossier) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(dossier)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        contents.put(file.toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void aPersonsDecisionStandsBesideTheMachinesFinding() throws IOException {
    Path dossier = example("smart-lock");
    Judged machine =
        judge(dossier)
            .items()
            .filter(i -> i.by() == DecidedBy.RULE && i.verdict() == Verdict.PASS)
            .findFirst()
            .orElseThrow();
    Path photo = Files.writeString(directory.resolve("photo.txt"), "what I saw\n");
    Cli decide =
        Cli.run(
            "decide",
            dossier,
            machine.item().id(),
            "--verdict",
            "FAIL",
            "--by",
            "A. Assessor",
            "--because",
            "The product does otherwise.",
            "--evidence",
            photo);
    decide.ends(0);
    assertThat(decide.out()).contains("stays on record").contains(machine.finding().reason());
    Judged now =
        judge(dossier)
            .items()
            .filter(i -> i.item().id().equals(machine.item().id()))
            .findFirst()
            .orElseThrow();
    assertThat(now.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(now.machine()).contains(machine.finding());
    assertThat(now.evidenced()).isTrue();
    try (Stream<Path> kept = Files.walk(dossier.resolve("evidence"))) {
      assertThat(kept.filter(Files::isRegularFile).map(CommandsTest::text))
          .contains("what I saw\n");
    }
    assertThat(Cli.run("judge", dossier).ends(10).out()).contains("FAIL");
    assertThat(Cli.run("explain", dossier, machine.item().id()).out()).contains("A. Assessor");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Workspace open(Path dossier) {
    return Workspace.open(dossier, DAY).workspace().orElseThrow();
  }

  private static Assessment judge(Path dossier) {
    Workspace workspace = open(dossier);
    return new Assessor(workspace.catalogue())
        .judge(workspace.dossier(), CryptoPolicies.load(), DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.1.3", "2.1.1"})
  void aNewDossierOpensWithoutErrors(String edition) {
    Path dossier = directory.resolve("mine");
    Cli.run("new", dossier, "--edition", edition).ends(0);
    Cli check = Cli.run("check", dossier).ends(0);
    assertThat(check.out()).contains("PLB-");
    Cli.run("new", dossier).ends(2).complainsInWords();
    Cli.run("fmt", "--check", dossier).ends(0);
    Cli.run("gaps", dossier).ends(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.1.3", "2.1.1"})
  void anInterviewFromAFileSettlesEverything(String edition) throws IOException {
    Path dossier = directory.resolve("mine");
    Cli.run("new", dossier, "--edition", edition).ends(0);
    EditionId id = EditionId.of(edition).orElseThrow();
    Map<String, List<String>> answers = new LinkedHashMap<>();
    Interview interview = Interview.of(CatalogueLoader.load(id));
    Optional<Question> next = interview.next(answers);
    while (next.isPresent()) {
      answers.put(next.get().id(), List.of(next.get().choices().getFirst().key()));
      next = interview.next(answers);
    }
    assertThat(answers).hasSizeLessThanOrEqualTo(MOST_QUESTIONS);
    List<String> lines = new ArrayList<>();
    answers.forEach((q, a) -> lines.add(q + ": " + a));
    Path file = Files.write(directory.resolve("answers.yaml"), lines);
    Cli.run("interview", dossier, "--answers", file).ends(0);
    Ics ics = open(dossier).dossier().ics();
    Catalogue catalogue = CatalogueLoader.load(id);
    assertThat(ics.conditions().keySet())
        .containsAll(catalogue.conditions().values().stream().map(Condition::label).toList());
    assertThat(ics.features().keySet())
        .containsAll(catalogue.features().values().stream().map(Condition::label).toList());
  }

  @Test
  void aDefectOfOursSaysSoAndEndsWith1() throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("dev.plumbline.judging.check.Check"),
        OpenPortsAreDeclared.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] more = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(more, before)) {
      thread.setContextClassLoader(loader);
      Cli judge = Cli.run("judge", example("smart-lock")).ends(1);
      assertThat(judge.err())
          .contains("This is a defect of Plumbline")
          .contains("Please report")
          .contains("open-ports-are-declared");
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
