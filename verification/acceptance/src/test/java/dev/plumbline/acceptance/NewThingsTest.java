package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.scaffold.Scaffold;
import dev.plumbline.app.scaffold.Scaffolds;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The how-tos begin with {@code dev new-…}: what it writes compiles and passes the contract of its
 * kind at once. {@code -Dplumbline.update=true} writes anew what the templates say of themselves.
 */
class NewThingsTest {
  private static final String NAME = "invented-thing";
  private static final String TEMPLATES =
      "application/app/src/main/resources/dev/plumbline/app/scaffold/";

  @TempDir private Path project;

  static List<Scaffold> kinds() {
    return Scaffolds.all();
  }

  @ParameterizedTest
  @CsvSource({
    "probe, gathering/probes, dev.plumbline.probes.inventedthing.InventedThingProbeTest",
    "check, judging/checks, dev.plumbline.checks.InventedThingTest",
    "importer, gathering/importers,"
        + " dev.plumbline.importers.inventedthing.InventedThingImporterTest",
    "report, reporting/reports, dev.plumbline.reports.InventedThingReportTest",
    "report, reporting/reports, dev.plumbline.reports.GoldenTest",
    "scheme, model/catalogue, dev.plumbline.catalogue.scheme.SchemesTest",
    "scheme, model/catalogue, dev.plumbline.catalogue.scheme.SchemeLinterTest"
  })
  void whatIsWrittenPassesTheContractOfItsKind(String kind, String module, String test)
      throws Exception {
    write(kind, module);
    Path classes = Files.createDirectory(project.resolve("classes"));
    compile(module, test, classes);
    for (String resources : List.of("main", "test")) {
      Path from = project.resolve(module).resolve("src").resolve(resources).resolve("resources");
      if (Files.isDirectory(from)) {
        Repository.copy(from, classes);
      }
    }
    run(classes, project.resolve(module), test);
    keep("check/told.txt", "judging/checks/src/test/resources/dev/plumbline/checks/told");
    keep("report/golden.txt", "reporting/reports/src/test/resources/golden");
  }

  @Test
  void aDriverActionIsAmongTheOthersAndInTheirTable() throws Exception {
    write("driver-action", "gathering/recording");
    String beside = "gathering/recording/src/main/java/dev/plumbline/probe/Intrusiveness.java";
    Files.copy(Repository.at(beside), project.resolve(beside));
    Path classes = Files.createDirectory(project.resolve("classes"));
    compile("gathering/recording", "dev.plumbline.probe.DriverAction", classes);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = Class.forName("dev.plumbline.probe.DriverAction", true, loader);
      assertThat(type.getEnumConstants())
          .extracting(Object::toString)
          .contains("INVENTED_THING", "POWER_OFF");
    }
    assertThat(Files.readAllLines(project.resolve("docs/drivers.md")))
        .anyMatch(line -> line.startsWith("| `invented-thing` |"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theNextStepsNameAPageThatBeginsWithTheCommand(Scaffold kind) throws IOException {
    String page =
        kind.next().stream()
            .filter(n -> n.contains("docs/howto/"))
            .map(n -> n.substring(n.indexOf("docs/howto/")))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(Repository.at(page)))
        .contains("./plumbline dev new-" + kind.id() + " ", "./test one ");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nothingIsOverwrittenAndNoImpossibleNameIsTaken(Scaffold kind) throws IOException {
    write(kind.id(), kind.home());
    create(kind.id(), NAME).ends(2).complainsInWords();
    for (String name : List.of("one", "Two-Words", "two_words", "../two-words", "a--b")) {
      create(kind.id(), name).ends(2).complainsInWords();
    }
    Cli.run("dev", "new-" + kind.id(), NAME, "--project", project.resolve("src")).ends(2);
  }

  private Cli create(String kind, String name) throws IOException {
    return Cli.run("dev", "new-" + kind, name, "--project", project);
  }

  /** Into a project that has the lists of that kind, and what its tests read. */
  private void write(String kind, String module) throws IOException {
    Files.createDirectories(project.resolve(Scaffolds.of(kind).home()));
    for (Scaffold.Addition list : Scaffolds.of(kind).lists()) {
      Path to = project.resolve(list.file());
      Files.createDirectories(Objects.requireNonNull(to.getParent()));
      if (!Files.exists(to)) {
        Files.copy(Repository.at(list.file()), to);
      }
    }
    if (kind.equals("scheme") || kind.equals("report")) {
      String read = kind.equals("scheme") ? "/src/main/resources/schemes" : "/src/test/resources";
      Path to = project.resolve(module + read);
      copyBeside(Repository.at(module + read), to);
    }
    create(kind, NAME).ends(0);
  }

  private static void copyBeside(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!Files.exists(target)) {
          Files.copy(file, target);
        }
      }
    }
  }

  private void compile(String module, String type, Path classes) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(project)) {
      files.filter(f -> f.toString().endsWith(".java")).forEach(sources::add);
    }
    Path test = Repository.at(module + "/src/test/java/" + type.replace('.', '/') + ".java");
    if (Files.exists(test)) {
      sources.add(test);
    }
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-cp",
            classPath(),
            "-sourcepath",
            Repository.at(module + "/src/test/java").toString(),
            "-proc:none");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(sources);
      assertThat(compiler.getTask(said, manager, null, options, null, units).call())
          .as(said.toString())
          .isTrue();
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private void run(Path classes, Path module, String test) throws Exception {
    Path log = project.resolve("log");
    Process tests =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dplumbline.update=" + Repository.UPDATE,
                "-cp",
                classes + File.pathSeparator + classPath(),
                WalkedTests.class.getName(),
                test)
            .directory(module.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(tests.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(tests.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      tests.destroyForcibly();
    }
  }

  /** In an update, the template becomes what its own test wrote. */
  private void keep(String template, String folder) throws IOException {
    Path there = project.resolve(folder);
    if (Repository.UPDATE && Files.isDirectory(there)) {
      try (Stream<Path> files = Files.list(there)) {
        for (Path file : files.toList()) {
          String name = String.valueOf(file.getFileName());
          if (name.equals(NAME + ".txt") || name.equals("InventedThing.txt")) {
            Files.copy(
                file, Repository.at(TEMPLATES + template), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }
}
