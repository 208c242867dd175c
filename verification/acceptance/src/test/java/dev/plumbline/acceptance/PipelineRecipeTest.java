package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes of {@code ci init}: their steps run in a shell, with a stand-in for plumbline. */
class PipelineRecipeTest {
  private static final List<String> PLATFORMS = List.of("github", "gitlab", "jenkins");

  @TempDir private Path root;

  /** What a step did. */
  private record Ran(int code, String out, List<String> arguments) {}

  private static String file(String platform) {
    return switch (platform) {
      case "github" -> ".github/workflows/plumbline.yml";
      case "gitlab" -> ".gitlab-ci.yml";
      default -> "Jenkinsfile";
    };
  }

  private String recipe(String platform, String... more) throws IOException {
    Path dossier = Repository.copyOfExample("smart-lock", root.resolve("lock"));
    List<Object> words =
        new ArrayList<>(List.of("ci", "init", dossier, "--root", root, "--for", platform));
    words.addAll(List.of(more));
    Cli.run(words.toArray()).ends(0);
    return Files.readString(root.resolve(file(platform)));
  }

  /** The shell text that the platform would run. */
  private static String script(String platform, String recipe) {
    if (platform.equals("jenkins")) {
      Matcher m = Pattern.compile("(?s)sh '''\n(.*?)'''").matcher(recipe);
      assertThat(m.find()).isTrue();
      return m.group(1);
    }
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(recipe);
    List<String> texts = new ArrayList<>();
    texts(tree, texts);
    return texts.stream().filter(t -> t.contains("plumbline assess")).findFirst().orElseThrow();
  }

  private static void texts(@Nullable Object node, List<String> texts) {
    switch (node) {
      case null -> {}
      case Map<?, ?> map -> map.values().forEach(v -> texts(v, texts));
      case List<?> list -> list.forEach(v -> texts(v, texts));
      case String text -> texts.add(text);
      default -> {}
    }
  }

  /** Runs a script as the platforms do: a shell that ends at the first failure. */
  private Ran run(String script, int code) throws Exception {
    Path bin = Files.createDirectories(root.resolve("bin"));
    Path told = root.resolve("arguments.txt");
    Path stand = bin.resolve("plumbline");
    Files.writeString(
        stand, "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + told + "'\nexit " + code + "\n");
    Files.setPosixFilePermissions(stand, PosixFilePermissions.fromString("rwxr-xr-x"));
    return shell(script, bin + ":/usr/bin:/bin", told);
  }

  private Ran shell(String script, String path, Path told) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-e", "-c", script);
    builder.directory(root.toFile()).redirectErrorStream(true);
    builder.environment().put("PATH", path);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Ran(
        process.exitValue(), out, Files.exists(told) ? Files.readAllLines(told) : List.of());
  }

  static Stream<Arguments> codes() {
    return PLATFORMS.stream()
        .flatMap(p -> Stream.of(0, 1, 2, 10, 11, 12).map(c -> Arguments.of(p, c)));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theStepEndsWithTheCodeOfPlumblineAndSaysWhatItMeans(String platform, int code)
      throws Exception {
    Ran ran = run(script(platform, recipe(platform)), code);
    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.out())
        .contains(
            switch (code) {
              case 0 -> "nothing got worse";
              case 10 -> "something FAILs";
              case 11 -> "not all is decided";
              case 12 -> "problems to mend";
              case 2 -> "wrong use";
              default -> "a defect of Plumbline";
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab", "jenkins"})
  void plumblineTakesWhatTheRecipeGivesIt(String platform) throws Exception {
    String script = script(platform, recipe(platform));
    Ran first = run(script, 0);
    assertThat(first.out()).contains("There is no baseline yet");
    assertThat(inRoot(first.arguments()).ends(11).out()).contains("INCONCLUSIVE");
    Files.copy(root.resolve("plumbline-report/result.json"), root.resolve("lock/baseline.json"));
    Ran second = run(script, 0);
    assertThat(second.arguments()).contains("--baseline", "lock/baseline.json");
    assertThat(inRoot(second.arguments()).ends(0).out()).contains("Got worse: nothing.");
    assertThat(root.resolve("plumbline-report/pull-request.md")).exists();
    assertThat(Cli.run("check", root.resolve("lock")).ends(0).out()).doesNotContain("baseline");
  }

  /** Runs a command in this process with its paths below the root of the repository. */
  private Cli inRoot(List<String> arguments) {
    return Cli.run(
        arguments.stream()
            .map(a -> a.startsWith("lock") || a.startsWith("plumbline-") ? root.resolve(a) : a)
            .toArray());
  }

  @Test
  void withoutPlumblineOnThePathTheStepSaysSoAndFails() throws Exception {
    Ran ran = shell(script("github", recipe("github")), root + "/nothing", root.resolve("none"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).contains("not on the PATH");
  }

  @ParameterizedTest
  @CsvSource({"github, 'runs-on: bench'", "gitlab, 'tags: [bench]'", "jenkins, 'label ''bench'''"})
  void aBenchRunsTheProbes(String platform, String label) throws IOException {
    assertThat(recipe(platform, "--with-device", "--runner", "bench"))
        .contains(label)
        .doesNotContain("--without-device", "@RUNNER@", "@DEVICE@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab", "jenkins"})
  void noRecipeNamesAHost(String platform) throws IOException {
    String recipe = recipe(platform).toLowerCase(Locale.ROOT);
    assertThat(recipe).doesNotContain("://", "image:", "curl", "wget", "docker");
  }

  @Test
  void nothingIsOverwrittenAndNoStrangePathGetsIntoAShell() throws IOException {
    recipe("github");
    Path lock = root.resolve("lock");
    Cli.run("ci", "init", lock, "--root", root).ends(2).complainsInWords();
    Path odd = Repository.copyOfExample("smart-lock", root.resolve("a $(b)"));
    Cli.run("ci", "init", odd, "--root", root, "--for", "gitlab").ends(2).complainsInWords();
    Cli.run("ci", "init", lock, "--root", root, "--for", "gitlab", "--runner", "a;b").ends(2);
    Cli.run("ci", "init", lock, "--root", odd, "--for", "gitlab").ends(2).complainsInWords();
    Cli.run("ci", "init", root, "--root", root, "--for", "gitlab").ends(2).complainsInWords();
    Cli.run("ci", "init", lock, "--root", root, "--for", "cvs").ends(2).complainsInWords();
    assertThat(root.resolve(".gitlab-ci.yml")).doesNotExist();
  }
}
