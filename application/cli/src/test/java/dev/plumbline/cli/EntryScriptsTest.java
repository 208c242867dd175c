package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code plumbline} and its {@code tools/setup.sh}, with a java, a Maven and a package
 * tool that only say what they were asked.
 */
class EntryScriptsTest {
  private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
  private static final String AT_A_TERMINAL = "at_terminal() { true; }; ";

  @TempDir private Path folder;
  private Path tools = Path.of("");
  private Path home = Path.of("");

  private record Said(int code, String out, String err) {}

  @BeforeEach
  void makeTools() throws IOException {
    tools = folder.resolve("tools");
    home = folder.resolve("first");
    program(tools.resolve("apt-get"), "echo apt-get \"$@\" >>" + folder.resolve("installed"));
    program(tools.resolve("id"), "echo ${FAKE_UID:-0}");
    program(tools.resolve("sudo"), "[ \"$1\" = -n ] && shift; exec \"$@\"");
    program(tools.resolve("mvn"), "echo '[ERROR] no building here' ; exit 1");
    program(folder.resolve("jdk/bin/javac"), "exit 0");
    program(folder.resolve("jdk/bin/java"), "printf '%s\\n' \"$@\"");
    write(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
  }

  /** A checkout that was built where it lies. */
  private void build() throws IOException {
    for (String file : List.of("plumbline", "tools/setup.sh", "tools/start.sh")) {
      write(home.resolve(file), Files.readString(REPOSITORY.resolve(file)));
    }
    write(home.resolve("application/app/src/main/A.java"), "");
    write(home.resolve("pom.xml"), "");
    write(home.resolve("examples/careless-camera/product.yaml"), "ports: [1-65535]\n");
    Path dist = home.resolve("application/cli/target/dist");
    write(dist.resolve("lib/a.jar"), "");
    write(dist.resolve("lib/b&c.jar"), "");
    write(dist.resolve("classpath"), "lib/a.jar:lib/b&c.jar\n");
    write(dist.resolve("plumbline.aot"), "");
    write(dist.resolve("workbench.aot"), "");
    write(dist.resolve(".home"), home.toString());
    write(dist.resolve(".built"), "");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void program(Path file, String text) throws IOException {
    write(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Said bash(String input, Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(arguments);
    builder.command().addFirst("/bin/bash");
    builder.environment().clear();
    builder.environment().put("PATH", tools + ":/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().putAll(more);
    Path err = folder.resolve("err");
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), out, Files.readString(err));
  }

  private Said plumbline() throws IOException, InterruptedException {
    return plumbline("check");
  }

  private Said plumbline(String command) throws IOException, InterruptedException {
    return bash("", Map.of(), home.resolve("plumbline").toString(), command, "my-camera");
  }

  /** A run that ends with an error teaches the cache next to nothing, and nobody sees it. */
  @Test
  void theDossierThatTheCacheLearnsFromHasNoErrors() throws Exception {
    Path learning = folder.resolve("learning");
    String script =
        "home='" + REPOSITORY + "'; . tools/start.sh; learning_dossier '" + learning + "'";
    Said said = bash("", Map.of(), "-euc", "cd '" + REPOSITORY + "'; " + script);
    assertThat(said.err()).isEmpty();
    assertThat(Files.readString(learning.resolve("product.yaml"))).doesNotContain("1-65535");
    assertThat(Ran.of("check", learning.toString()).code()).isZero();
  }

  private Said install(String before, String input, Map<String, String> more)
      throws IOException, InterruptedException {
    String script = ". '" + REPOSITORY + "/tools/setup.sh'; " + before + "install one two";
    return bash(input, more, "-euc", script);
  }

  private String installed() throws IOException {
    Path file = folder.resolve("installed");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void aBuiltCheckoutStartsItsOwnJars() throws Exception {
    build();
    Said said = plumbline();

    String lib = home.resolve("application/cli/target/dist/lib").toString();
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out().lines())
        .contains(lib + "/a.jar:" + lib + "/b&c.jar", "dev.plumbline.cli.Main", "check")
        .contains("-XX:AOTCache=" + home.resolve("application/cli/target/dist/plumbline.aot"));
  }

  /** What the workbench loads besides would cost every other command memory. */
  @Test
  void theWorkbenchStartsFromACacheOfItsOwn() throws Exception {
    build();
    assertThat(plumbline("serve").out())
        .contains(
            "-XX:AOTCache=" + home.resolve("application/cli/target/dist/workbench.aot") + "\n");
  }

  @Test
  void aCheckoutThatWasMovedStartsNoJarOfItsOldPlace() throws Exception {
    build();
    Path old = home;
    home = Files.move(old, folder.resolve("second place"));
    write(old.resolve("application/cli/target/dist/lib/a.jar"), "planted");
    Said said = plumbline();

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains(home.resolve("application/cli/target/dist/lib/a.jar") + ":")
        .doesNotContain(old + "/")
        .doesNotContain("AOTCache=");
    assertThat(said.err()).contains("another place");
    assertThat(plumbline().err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/elsewhere/lib/a.jar",
        "lib/a.jar:/elsewhere/b.jar",
        "lib/gone.jar",
        "lib/../a.jar"
      })
  void aClassPathThatIsNotOfThisCheckoutIsBuiltAnew(String classes) throws Exception {
    build();
    write(home.resolve("application/cli/target/dist/classpath"), classes + "\n");
    Said said = plumbline();

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("The build failed", "no building here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000"})
  void aMachineWithoutATerminalInstallsAsItDidBefore(String user) throws Exception {
    Said said = install("", "", Map.of("FAKE_UID", user));

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(installed()).contains("install -y", "one two");
    assertThat(said.err()).doesNotContain("?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "y\n", "YES\n"})
  void aPersonIsAskedAndMayAgree(String answer) throws Exception {
    Said said = install(AT_A_TERMINAL, answer, Map.of());

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).contains("one two", "Install them now with apt-get? [Y/n]");
    assertThat(installed()).contains("one two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n\n", "what\n", ""})
  void nothingIsInstalledWithoutAYesAndTheCommandIsTold(String answer) throws Exception {
    Said said = install(AT_A_TERMINAL, answer, Map.of("FAKE_UID", "1000"));

    assertThat(said.code()).isEqualTo(2);
    assertThat(installed()).isEmpty();
    assertThat(said.err()).contains("sudo apt-get install -y --no-install-recommends one two");
  }

  @Test
  void theAnswerMayBeGivenBefore() throws Exception {
    assertThat(install("", "", Map.of("PLUMBLINE_SETUP", "no")).code()).isEqualTo(2);
    assertThat(installed()).isEmpty();
    Said said = install(AT_A_TERMINAL, "", Map.of("PLUMBLINE_SETUP", "yes"));
    assertThat(said.code()).isZero();
    assertThat(said.err()).doesNotContain("?");
    assertThat(installed()).contains("one two");
  }

  @Test
  void aLibraryThatIsNotTheExpectedOneStopsTheBuild() throws Exception {
    Path repository = folder.resolve("me/.m2/repository");
    write(repository.resolve("org/a/1/a-1.jar"), "good");
    write(repository.resolve("org/b/1/b-1.jar"), "changed");
    write(
        home.resolve(".mvn/checksums/checksums.sha256"),
        line("good", "org/a/1/a-1.jar")
            + line("good too", "org/b/1/b-1.jar")
            + line("absent", "org/c/1/c-1.jar"));
    Said said = verified();

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("org/b/1/b-1.jar").doesNotContain("a-1.jar", "c-1.jar");
    write(repository.resolve("org/b/1/b-1.jar"), "good too");
    assertThat(verified()).isEqualTo(new Said(0, "", ""));
  }

  @Test
  void aFreshMachineHasNothingToVerify() throws Exception {
    write(home.resolve(".mvn/checksums/checksums.sha256"), line("absent", "org/c/1/c-1.jar"));

    assertThat(verified()).isEqualTo(new Said(0, "", ""));
    Files.createDirectories(folder.resolve("me/.m2/repository"));
    assertThat(verified()).isEqualTo(new Said(0, "", ""));
  }

  private static String line(String content, String path) {
    return Digest.of(content).hex() + "  " + path + "\n";
  }

  private Said verified() throws IOException, InterruptedException {
    String script = "home='" + home + "'; . '" + REPOSITORY + "/tools/setup.sh'; verify_libraries";
    return bash(
        "", Map.of("HOME", folder.resolve("me").toString()), "-euo", "pipefail", "-c", script);
  }
}
